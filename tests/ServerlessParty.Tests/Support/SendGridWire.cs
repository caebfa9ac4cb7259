using System.Globalization;
using System.Text;
using System.Text.Json;
using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>A letter as its reader would get it from SendGrid.</summary>
/// <param name="Letter">The custom argument <c>letter</c>.</param>
/// <param name="MessageId">What the stub called the request.</param>
internal sealed record StubLetter(
    string Letter, string To, string Subject, string Text, string Html, string? ReplyTo, string MessageId);

/// <summary>What <c>/v3/mail/send</c> takes and refuses, by its documentation and nothing of how ours is written.</summary>
internal static class SendGridWire
{
    public const int MaxBytes = 30 * 1024 * 1024;

    /// <summary>What is wrong with a request, as fields and messages; empty when it is taken.</summary>
    public static IReadOnlyList<(string Field, string Message)> Flaws(JsonElement request)
    {
        List<(string, string)> flaws = [];
        var letters = request.GetProperty("personalizations").EnumerateArray().ToList();
        Check(letters.Count is > 0 and <= 1000, "personalizations", "1 to 1,000 personalizations");
        Check(EmailAddress.IsValid(Text(request.GetProperty("from"), "email")), "from.email", "no address");
        var types = request.GetProperty("content").EnumerateArray().Select(c => Text(c, "type"));
        Check(types.SequenceEqual(["text/plain", "text/html"]), "content", "text/plain, then text/html");
        Check(request.GetProperty("categories").GetArrayLength() <= 10, "categories", "at most 10");
        Check(Property(request, "reply_to") is not { } reply || EmailAddress.IsValid(Text(reply, "email")), "reply_to.email", "no address");
        Check(letters.Sum(l => Size(Property(l, "custom_args"))) < 10_000, "custom_args", "under 10,000 bytes");
        Check(letters.Select(To).Distinct().Count() == letters.Count, "personalizations", "each address once");
        foreach (var (index, letter) in letters.Index())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"personalizations.{index}");
            Check(IsDeliverable(To(letter)), $"{field}.to.0.email", "Does not contain a valid address.");
            Check(Size(Property(letter, "substitutions")) <= 10_000, $"{field}.substitutions", "at most 10,000 bytes");
        }

        return flaws;

        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                flaws.Add((field, message));
            }
        }
    }

    public static IEnumerable<StubLetter> Letters(JsonElement request, string messageId) =>
        request.GetProperty("personalizations").EnumerateArray().Select(letter => new StubLetter(
            Text(letter.GetProperty("custom_args"), "letter"), To(letter), Filled(letter, Text(letter, "subject")),
            Filled(letter, Content(request, "text/plain")), Filled(letter, Content(request, "text/html")),
            Property(request, "reply_to") is { } reply ? Filled(letter, Text(reply, "email")) : null, messageId));

    /// <summary>The domain that tests use for what SendGrid finds wrong with an address that looks right to us.</summary>
    private static bool IsDeliverable(string address) => EmailAddress.IsValid(address) && !address.EndsWith("@refused.example.org", StringComparison.Ordinal);

    private static string Content(JsonElement request, string type) =>
        Text(request.GetProperty("content").EnumerateArray().First(c => Text(c, "type") == type), "value");

    private static string Filled(JsonElement letter, string text) => Property(letter, "substitutions") is { } tags
        ? tags.EnumerateObject().Aggregate(text, (filled, tag) => filled.Replace(tag.Name, tag.Value.GetString(), StringComparison.Ordinal))
        : text;

    private static string To(JsonElement letter) => Text(letter.GetProperty("to")[0], "email");

    private static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    private static int Size(JsonElement? map) => map?.EnumerateObject()
        .Sum(p => Encoding.UTF8.GetByteCount(p.Name) + Encoding.UTF8.GetByteCount(p.Value.GetString()!)) ?? 0;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
