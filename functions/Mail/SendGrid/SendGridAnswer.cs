using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>One entry of an answer's <c>errors</c>.</summary>
/// <param name="Field">What it is about, as <c>personalizations.3.to.0.email</c>; empty for nothing in particular.</param>
internal sealed record SendGridError(string Field, string Message);

/// <summary>The parts of an answer that mean something.</summary>
/// <param name="MessageId">What SendGrid calls a request that it took; empty where it did not say.</param>
/// <param name="ResetAt">From when on it takes requests again.</param>
internal sealed partial record SendGridAnswer(string MessageId, DateTimeOffset? ResetAt, IReadOnlyList<SendGridError> Errors)
{
    private const int MaxErrorBytes = 256 * 1024;
    private const int MaxMessageLength = 300;

    /// <summary>The first error in words, for people; cut to a length.</summary>
    public string Problem => Errors.Count > 0 ? Errors[0].Message : "no reason given";

    /// <summary>Whether the sender is refused, and with it every letter.</summary>
    public bool IsAboutSender => Errors.Any(e => e.Field == "from" || e.Field.StartsWith("from.", StringComparison.Ordinal));

    /// <summary>What is wrong with which personalization, by its number from 0.</summary>
    public IReadOnlyDictionary<int, string> ByLetter() => Errors
        .Select(e => (Match: LetterPattern().Match(e.Field), e.Message))
        .Where(e => e.Match.Success)
        .DistinctBy(e => e.Match.Groups[1].Value)
        .ToDictionary(e => int.Parse(e.Match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), e => e.Message);

    public static async Task<SendGridAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(
            First(response, "X-Message-Id") ?? "",
            long.TryParse(First(response, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            response.IsSuccessStatusCode ? [] : await ErrorsAsync(response, cancellationToken));

    private static string? First(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The status was read and says what became of the letters; a reason that cannot be read changes nothing of it.</summary>
    private static async Task<IReadOnlyList<SendGridError>> ErrorsAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxErrorBytes, cancellationToken);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                    ? [.. errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Read)] : [];
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return [];
        }
    }

    private static SendGridError Read(JsonElement error)
    {
        var message = Text(error, "message");
        return new(Text(error, "field"), message.Length > MaxMessageLength ? message[..MaxMessageLength] : message);
    }

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"^personalizations[.\[](\d{1,4})(?:\D|$)")]
    private static partial Regex LetterPattern();
}
