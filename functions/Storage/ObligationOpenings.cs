using System.Collections.Concurrent;
using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// Opens many obligations: the lines by due day are announced in batches, each dossier gets its rows and one entry, the lines
/// are confirmed in batches. A line that is confirmed needs no second look; one only announced may be what a crash left.
/// </summary>
internal sealed class ObligationOpenings(Store store, DossierTable dossiers, DueTable due)
{
    public async Task<int> RunAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken)
    {
        var confirmed = await ConfirmedAsync(wanted, cancellationToken);
        var missing = wanted.Where(o => !confirmed.Contains((o.Key, o.DueOn))).ToList();
        await due.AnnounceAsync(missing.Select(o => o.ToDue()), cancellationToken);
        var opened = new ConcurrentBag<Opened>();
        await Parallel.ForEachAsync(
            missing.GroupBy(o => o.Key.Organization),
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (unit, token) => opened.Add(await OpenAsync(unit.Key, [.. unit], actor, token)));
        await due.ConfirmAsync(
            opened.SelectMany(o => o.New.Select(n => (n.ToDue(), o.Sequence))), cancellationToken);
        await SettleOthersAsync(opened, cancellationToken);
        return opened.Sum(o => o.New.Count);
    }

    private async Task<Opened> OpenAsync(
        OrganizationId unit, List<Obligation> wanted, string actor, CancellationToken cancellationToken)
    {
        List<Obligation> added = [];
        List<Obligation> existing = [];
        var known = 0;
        var tries = 0;
        var sequence = await dossiers.ChangeAsync(
            unit.Key,
            token => dossiers.ReadAsync(unit.Key, tries++ == 0 ? [Keys.Unit] : AllKeys(wanted), token),
            rows =>
            {
                known = rows.NextSequence - 1;
                var usable = rows[Keys.Unit] is { } row && !OrganizationRow.Unit(row).IsClosed;
                existing = [.. rows.ByKey.Values.Where(r => r.RowKey != Keys.Unit).Select(ObligationRow.Obligation)];
                added = usable ? [.. wanted.Where(o => existing.All(e => e.Key != o.Key))] : [];
                return added.Count == 0 ? null : new([.. added.Select(ObligationRow.Of)], Note(added, actor));
            },
            cancellationToken);
        return new(wanted, added, existing, sequence ?? known);
    }

    // The first try does not ask whether the rows exist: the transaction itself refuses rows that do.
    private static IReadOnlyList<string> AllKeys(List<Obligation> wanted) =>
        [.. wanted.Select(o => Keys.Obligation(o.Key.Kind, o.Key.Period)), Keys.Unit];

    // What was announced and turned out to exist otherwise, or not at all, is set right one by one; it is rare.
    private async Task SettleOthersAsync(IEnumerable<Opened> opened, CancellationToken cancellationToken)
    {
        foreach (var unit in opened)
        {
            foreach (var wanted in unit.Wanted.Except(unit.New))
            {
                var real = unit.Existing.FirstOrDefault(e => e.Key == wanted.Key);
                if (real is not null)
                {
                    await due.SettleAsync(real.ToDue(), unit.Sequence, cancellationToken);
                }

                if (real?.DueOn != wanted.DueOn)
                {
                    await due.RemoveAsync(wanted.ToDue(), unit.Sequence, cancellationToken);
                }
            }
        }
    }

    private async Task<HashSet<(ObligationKey Key, DateOnly DueOn)>> ConfirmedAsync(
        IReadOnlyCollection<Obligation> wanted, CancellationToken cancellationToken)
    {
        var found = new HashSet<(ObligationKey, DateOnly)>();
        var buckets = await store.BucketsAsync(cancellationToken);
        foreach (var partition in wanted.GroupBy(o => ObligationRow.DuePartition(o.ToDue(), buckets)))
        {
            var keys = partition.Select(o => Keys.Due(o.Key)).Order(StringComparer.Ordinal).ToList();
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition.Key} and RowKey ge {keys[0]} and RowKey le {keys[^1]} and State ne {ObligationRow.Opening}");
            await foreach (var row in (await store.Due).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                var item = ObligationRow.Due(row);
                found.Add((item.Key, item.DueOn));
            }
        }

        return found;
    }

    private static AuditNote Note(List<Obligation> added, string actor) =>
        new(actor, "obligation.opened", string.Join(", ", added.Select(o => $"{o.Key.Kind}|{o.Key.Period}")));

    private sealed record Opened(
        List<Obligation> Wanted, List<Obligation> New, List<Obligation> Existing, int Sequence);
}
