using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Photos;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>
/// What was handed in, in memory, and what looks at documents: a PDF or JPEG by its first bytes is fine, <c>SECRET</c>,
/// <c>BUSY</c> and <c>VIRUS</c> in it are what they say, anything else is of no type taken.
/// </summary>
internal sealed class HandedIn(TimeProvider time) : IMinutes
{
    private readonly Lock _lock = new();
    private readonly List<MeetingMinutes> _all = [];
    private int _joined;

    public IReadOnlyList<MeetingMinutes> All => _all;

    /// <summary>Called with each hand-in before it is stored; what it throws cuts the run off.</summary>
    public Action<HandIn> Before { get; set; } = _ => { };

    /// <summary>Periods that refuse a file.</summary>
    public HashSet<Period> Accepted { get; } = [];

    public async Task<ReceivedMinutes> HandInAsync(HandIn handIn, CancellationToken cancellationToken)
    {
        Before(handIn);
        var found = await CheckAsync(handIn.File, cancellationToken);
        lock (_lock)
        {
            if (_all.Find(m => m.Id.Key.Organization == handIn.Organization && m.Sha256 == handIn.File.Sha256) is { } original)
            {
                return new ReceivedMinutes.Duplicate(original.Id);
            }

            return found is CheckedContent.Refused refused ? new ReceivedMinutes.Refused(refused.Code)
                : Accepted.Contains(handIn.Period) ? new ReceivedMinutes.Refused(MinutesRefusals.NotOwed)
                : new ReceivedMinutes.Stored(Store(handIn, ((CheckedContent.Fine)found).Type), []);
        }
    }

    public static async Task<CheckedContent> CheckAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        var text = await new StreamReader(file.Rewind(), System.Text.Encoding.Latin1).ReadToEndAsync(cancellationToken);
        string[] bad = ["SECRET", "BUSY", "VIRUS"];
        return Array.Find(bad, text.Contains) switch
        {
            "SECRET" => new CheckedContent.Refused(MinutesRefusals.Secret),
            "BUSY" => new CheckedContent.Refused(MinutesRefusals.ScannerDown),
            "VIRUS" => new CheckedContent.Refused(MinutesRefusals.Infected),
            _ when text.StartsWith("%PDF", StringComparison.Ordinal) => new CheckedContent.Fine(DocumentType.Pdf, null),
            _ when text.StartsWith('\u00FF') => new CheckedContent.Fine(DocumentType.Jpeg, null),
            _ => new CheckedContent.Refused(MinutesRefusals.Type),
        };
    }

    /// <summary>Every time another document, as a writer might that puts the time in.</summary>
    public async Task<JoinedPhotos> JoinAsync(
        IReadOnlyList<Stream> photos, string? fileName, CancellationToken cancellationToken)
    {
        var lengths = string.Join(' ', photos.Select(p => p.Length));
        var bytes = System.Text.Encoding.UTF8.GetBytes($"%PDF {lengths} {++_joined}");
        return new JoinedPhotos.Done((await SpooledFile.TryCreateAsync(new MemoryStream(bytes), fileName, cancellationToken))!);
    }

    public Task<MeetingMinutes?> FindAsync(MinutesId id, CancellationToken cancellationToken) =>
        Task.FromResult(_all.Find(m => m.Id == id));

    public Task<IReadOnlyList<MeetingMinutes>> VersionsAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MeetingMinutes>>([.. _all.Where(m => m.Id.Key == key).Reverse()]);

    public Task<IReadOnlyList<MeetingMinutes>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<MinutesId?> FindBytesAsync(OrganizationId organization, string sha256, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<StoredMinutes> StoreAsync(
        NewMinutes minutes, SpooledFile file, Func<Obligation?, ObligationOutcome> decide, string actor,
        Func<MeetingMinutes, Task> stored, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Stream> OpenAsync(MeetingMinutes minutes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private MeetingMinutes Store(HandIn handIn, DocumentType type)
    {
        var key = new ObligationKey(handIn.Organization, handIn.Kind, handIn.Period);
        _all.Add(new(
            new(key, _all.Count(m => m.Id.Key == key) + 1), handIn.MeetingDate, handIn.File.Sha256, handIn.File.Length, type,
            handIn.File.FileName, MinutesState.Received, time.GetUtcNow(), handIn.Actor, handIn.Channel));
        return _all[^1];
    }
}
