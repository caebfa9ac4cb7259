using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Photos;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>Makes one document of what a person chose or typed: the file as it is, several photos joined, or the form printed.</summary>
public sealed class HandInDocument(PhotosToPdf photos, MinutesFormReader reader, IOrganizations organizations)
{
    /// <param name="files">As sent; one alone is taken as it is, whatever it is.</param>
    /// <param name="typed">The fields by name.</param>
    public Task<MadeDocument> RunAsync(
        HandInView view,
        HandInWay way,
        DateOnly? meetingDate,
        IReadOnlyList<SpooledFile> files,
        IReadOnlyDictionary<string, string?> typed,
        CancellationToken cancellationToken) => (way, files) switch
        {
            (HandInWay.Form, _) => PrintAsync(view, meetingDate, typed, cancellationToken),
            (_, []) => Task.FromResult(new MadeDocument(null, Refusal: PageRefusal.Of(MinutesRefusals.FileMissing))),
            (_, [var only]) => Task.FromResult(new MadeDocument(only)),
            _ => JoinAsync(view, files, cancellationToken),
        };

    private async Task<MadeDocument> JoinAsync(
        HandInView view, IReadOnlyList<SpooledFile> files, CancellationToken cancellationToken) =>
        await photos.RunAsync([.. files.Select(f => f.Rewind())], NameOf(view, ".pdf"), cancellationToken) switch
        {
            JoinedPhotos.Done done => new(done.File),
            JoinedPhotos.Refused refused => new(null, Refusal: new(refused.Code, refused.Sentence)),
            var other => throw new InvalidOperationException($"No answer for {other}."),
        };

    private async Task<MadeDocument> PrintAsync(
        HandInView view,
        DateOnly? meetingDate,
        IReadOnlyDictionary<string, string?> typed,
        CancellationToken cancellationToken)
    {
        var read = reader.Read(typed, meetingDate ?? view.Today);
        if (read is not ReadMinutesForm.Fine { Form: var form })
        {
            return new(null, Refusal: PageRefusal.Of(PageRefusals.Fields), Faults: ((ReadMinutesForm.Faulty)read).Faults);
        }

        var superior = view.Unit.ParentId is { } parent ? await organizations.FindAsync(parent, cancellationToken) : null;
        using var printed = new MemoryStream();
        MinutesFormDocument.Write(
            form, new(view.Unit.Name, superior?.Name, view.Key.Kind, view.Key.Period, meetingDate), printed);
        printed.Position = 0;
        return new(await SpooledFile.TryCreateAsync(printed, NameOf(view, ".docx"), cancellationToken), form);
    }

    private static string NameOf(HandInView view, string ending) => MinutesPagesTexts.Format(
        "FileName", ObligationNames.Of(view.Key.Period).Replace('/', '-')) + ending;
}

/// <summary>The document to hand in, or why there is none. Its file goes when disposed.</summary>
/// <param name="Form">The fields, when it was made of them.</param>
/// <param name="Faults">What is wrong with which field.</param>
public sealed record MadeDocument(
    SpooledFile? File, MinutesForm? Form = null, PageRefusal? Refusal = null, IReadOnlyList<FormFault>? Faults = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => File?.DisposeAsync() ?? ValueTask.CompletedTask;
}
