using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Minutes in their units' dossiers, and the order of writes that loses neither bytes nor rows (I7).</summary>
internal sealed class MinutesTable(
    DossierTable dossiers, MinutesBlobs blobs, MinutesDebts debts, MinutesProjection projection, DueTable due) : IMinutes
{
    public async Task<MeetingMinutes?> FindAsync(MinutesId id, CancellationToken cancellationToken) =>
        await dossiers.FindAsync(id.Key.Organization.Key, Keys.Minutes(id), cancellationToken) is { } row
            ? MinutesRow.Minutes(row)
            : null;

    public async Task<IReadOnlyList<MeetingMinutes>> VersionsAsync(ObligationKey key, CancellationToken cancellationToken)
    {
        var rows = await dossiers.RangeAsync(key.Organization.Key, Keys.MinutesOf(key.Kind, key.Period), cancellationToken);
        return [.. rows.Select(MinutesRow.Minutes).Reverse()];
    }

    public async Task<IReadOnlyList<MeetingMinutes>> OfAsync(
        OrganizationId organization, CancellationToken cancellationToken)
    {
        var rows = await dossiers.RangeAsync(organization.Key, Keys.AllMinutes, cancellationToken);
        return
        [
            .. rows.Select(MinutesRow.Minutes)
                .OrderByDescending(m => MinutesItemRow.EndOf(m.Id.Key.Period))
                .ThenBy(m => m.Id.Key.Kind.Value, StringComparer.Ordinal)
                .ThenByDescending(m => m.Id.Version),
        ];
    }

    public async Task<MinutesId?> FindBytesAsync(
        OrganizationId organization, string sha256, CancellationToken cancellationToken) =>
        await dossiers.FindAsync(organization.Key, Keys.Bytes(sha256), cancellationToken) is { } row
            ? MinutesRow.Original(row)
            : null;

    public async Task<StoredMinutes> StoreAsync(
        NewMinutes minutes,
        SpooledFile file,
        Func<Obligation?, ObligationOutcome> decide,
        string actor,
        Func<MeetingMinutes, Task> stored,
        CancellationToken cancellationToken)
    {
        var (unit, sha256) = (minutes.Stored.Id.Key.Organization, minutes.Stored.Sha256);
        var arrival = new MinutesArrival(minutes, decide, actor);
        var owing = debts.OweAsync(minutes.Stored.Id.Key, sha256, cancellationToken);
        await Task.WhenAll(owing, arrival.ReadAheadAsync(dossiers, cancellationToken));
        var wasThere = await KeepAsync(minutes.Stored, file, cancellationToken);
        var sequence = await dossiers.ChangeAsync(
            unit.Key, token => arrival.ReadAsync(dossiers, token), arrival.Decide, cancellationToken);
        if (wasThere && !await blobs.ExistsAsync(unit, sha256, cancellationToken))
        {
            await KeepAsync(minutes.Stored, file, cancellationToken);
        }

        if (arrival.Outcome is StoredMinutes.Done done)
        {
            StorageMeasures.Received(done.Minutes.Channel);
            await Task.WhenAll(
                stored(done.Minutes),
                ProjectAsync(done, minutes.Words, sequence ?? arrival.Known, await owing, cancellationToken));
        }

        return arrival.Outcome;
    }

    private async Task ProjectAsync(
        StoredMinutes.Done done, IReadOnlyCollection<string> words, int sequence, MinutesDebt debt, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            due.SettleAsync(done.Obligation.ToDue(), sequence, cancellationToken),
            projection.AddAsync(done.Minutes, words, cancellationToken));
        await debts.PaidAsync(debt, cancellationToken);
    }

    public Task<Stream> OpenAsync(MeetingMinutes minutes, CancellationToken cancellationToken) =>
        blobs.OpenAsync(minutes.Id.Key.Organization, minutes.Sha256, cancellationToken);

    private Task<bool> KeepAsync(MeetingMinutes minutes, SpooledFile file, CancellationToken cancellationToken) =>
        blobs.KeepAsync(
            minutes.Id.Key.Organization, minutes.Sha256, file.Rewind(), minutes.Type.MediaType(), cancellationToken);
}
