using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Minutes, their bytes and what they are found by, in memory; the state follows the obligation, as in a store.</summary>
internal sealed class InMemoryMinutes(OwedList owed) : IMinutes, IMinutesIndex
{
    private readonly List<(MeetingMinutes Minutes, byte[] Bytes, IReadOnlyCollection<string> Words)> _all = [];

    public IEnumerable<MeetingMinutes> All => _all.Select(m => AsJudged(m.Minutes));

    public byte[] Bytes(MinutesId id) => _all.Single(m => m.Minutes.Id == id).Bytes;

    public Task<MeetingMinutes?> FindAsync(MinutesId id, CancellationToken cancellationToken) =>
        Task.FromResult(All.FirstOrDefault(m => m.Id == id));

    public Task<IReadOnlyList<MeetingMinutes>> VersionsAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MeetingMinutes>>(
            [.. All.Where(m => m.Id.Key == key).OrderByDescending(m => m.Id.Version)]);

    public Task<IReadOnlyList<MeetingMinutes>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MeetingMinutes>>([.. All.Where(m => m.Id.Key.Organization == organization)
            .OrderByDescending(m => m.Id.Key.Period.Value).ThenByDescending(m => m.Id.Version)]);

    public Task<MinutesId?> FindBytesAsync(
        OrganizationId organization, string sha256, CancellationToken cancellationToken) => Task.FromResult(
            All.FirstOrDefault(m => m.Id.Key.Organization == organization && m.Sha256 == sha256)?.Id);

    public async Task<StoredMinutes> StoreAsync(
        NewMinutes minutes,
        SpooledFile file,
        Func<Obligation?, ObligationOutcome> decide,
        string actor,
        Func<MeetingMinutes, Task> stored,
        CancellationToken cancellationToken)
    {
        var key = minutes.Stored.Id.Key;
        var outcome = decide(owed.All.Find(o => o.Key == key));
        if (outcome is ObligationOutcome.Changed changed)
        {
            owed.Put(changed.After);
        }
        else if (outcome is not ObligationOutcome.Unchanged)
        {
            return new StoredMinutes.Refused(outcome);
        }

        using var bytes = new MemoryStream();
        await file.Rewind().CopyToAsync(bytes, cancellationToken);
        var put = Put(minutes.Stored, bytes.ToArray(), minutes.Words);
        await stored(put);
        return new StoredMinutes.Done(put, owed.All.Find(o => o.Key == key)!);
    }

    /// <summary>Adds the next version of its period.</summary>
    public MeetingMinutes Put(MeetingMinutes minutes, byte[]? bytes = null, IReadOnlyCollection<string>? words = null)
    {
        var version = _all.Count(m => m.Minutes.Id.Key == minutes.Id.Key) + 1;
        var stored = minutes with { Id = new(minutes.Id.Key, version) };
        _all.Add((stored, bytes ?? "%PDF-"u8.ToArray(), words ?? []));
        return stored;
    }

    public Task<Stream> OpenAsync(MeetingMinutes minutes, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(Bytes(minutes.Id)));

    public Task<MinutesPage> FindAsync(
        MinutesQuery query, string? after, int take, CancellationToken cancellationToken)
    {
        var found = _all.Where(m => query.Units?.Contains(m.Minutes.Id.Key.Organization) != false
                && (query.Period is null || m.Minutes.Id.Key.Period == query.Period)
                && (query.State is null || AsJudged(m.Minutes).State == query.State)
                && (query.Words ?? []).All(w => m.Words.Contains(w)))
            .Select(m => AsJudged(m.Minutes)).OrderByDescending(m => m.Id.Key.Period.Value).ToList();
        var from = after is null ? 0 : found.FindIndex(m => m.Id.ToString() == after) + 1;
        var page = found.Skip(from).Take(take).ToList();
        return Task.FromResult(new MinutesPage(
            [.. page.Select(m => new MinutesItem(
                m.Id, m.State, m.FileName, m.Type.MediaType(), m.Size, m.ReceivedAt, m.MeetingDate))],
            from + page.Count < found.Count ? page[^1].Id.ToString() : null));
    }

    public Task<IReadOnlyList<MinutesId>> WithBytesAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MinutesId>>([.. All.Where(m => m.Sha256 == sha256).Select(m => m.Id)]);

    public Task<FinishedMinutes> FinishAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new FinishedMinutes(0, 0));

    /// <summary>The newest version is what was accepted or returned; older ones stay what they were.</summary>
    private MeetingMinutes AsJudged(MeetingMinutes minutes)
    {
        var isNewest = minutes.Id.Version == _all.Count(m => m.Minutes.Id.Key == minutes.Id.Key);
        return (isNewest, owed.All.Find(o => o.Key == minutes.Id.Key)?.State) switch
        {
            (true, ObligationState.Accepted) => minutes with { State = MinutesState.Accepted },
            (true, ObligationState.Returned) => minutes with { State = MinutesState.Returned },
            _ => minutes,
        };
    }
}
