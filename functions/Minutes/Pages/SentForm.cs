using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace ServerlessParty.Minutes.Pages;

/// <summary>
/// What the form of a hand-in sent, read here and not by the antiforgery middleware, so that whatever is wrong with it is
/// said on the page it came from. Its files lie on the local disk and go when disposed.
/// </summary>
internal sealed class SentForm : IAsyncDisposable
{
    /// <summary>The most files of one hand-in.</summary>
    public const int MaxFiles = 30;

    /// <summary>
    /// The most bytes read. More than may be kept: a browser that is cut off while it sends shows no answer, so what is
    /// somewhat too large is read and then refused with words.
    /// </summary>
    public const long MaxBytes = 2 * SpooledFile.MaxBytes;

    private static readonly FormOptions Limits = new()
    {
        MultipartBodyLengthLimit = MaxBytes,
        ValueCountLimit = 500,
        ValueLengthLimit = 100_000,
    };

    private SentForm(IFormCollection? form, IReadOnlyList<SpooledFile> files, PageRefusal? refusal)
    {
        Fields = (form ?? FormCollection.Empty).ToDictionary(f => f.Key, f => (string?)f.Value.ToString());
        Files = files;
        Refusal = refusal;
    }

    /// <summary>What was typed, by the names of the inputs.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    /// <summary>In the order in which they were chosen.</summary>
    public IReadOnlyList<SpooledFile> Files { get; }

    /// <summary>Why it cannot be taken; null when it can.</summary>
    public PageRefusal? Refusal { get; }

    public static async Task<SentForm> ReadAsync(
        HttpContext context, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
        {
            return Refused(PageRefusals.Unreadable);
        }

        try
        {
            var form = await context.Request.ReadFormAsync(Limits, cancellationToken);
            return await antiforgery.IsRequestValidAsync(context)
                ? await SpoolAsync(form, cancellationToken)
                : Refused(PageRefusals.Expired, form);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(MinutesRefusals.TooLarge);
        }
        catch (InvalidDataException)
        {
            return Refused(PageRefusals.Unreadable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in Files)
        {
            await file.DisposeAsync();
        }
    }

    private static SentForm Refused(string code, IFormCollection? form = null) => new(form, [], PageRefusal.Of(code));

    private static async Task<SentForm> SpoolAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        // A field in which nothing was chosen sends one file without a name.
        var chosen = form.Files.Where(f => f.FileName.Length > 0).ToList();
        if (chosen.Count > MaxFiles)
        {
            return Refused(PageRefusals.TooManyPhotos, form);
        }

        if (chosen.Sum(f => f.Length) > SpooledFile.MaxBytes)
        {
            return Refused(MinutesRefusals.TooLarge, form);
        }

        var files = new List<SpooledFile>();
        foreach (var file in chosen)
        {
            await using var bytes = file.OpenReadStream();
            files.Add((await SpooledFile.TryCreateAsync(bytes, file.FileName, cancellationToken))!);
        }

        return new(form, files, null);
    }
}
