using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// The projection by due day as its readers see it, and its comparison with the dossiers. A difference is looked at again in
/// the dossier right before it is mended, and a line is only taken away when it is old: a writer announces its line first.
/// </summary>
internal sealed class DueIndex(Store store, DossierTable dossiers, DueTable due, UnitCursors cursors, TimeProvider time) : IDueIndex
{
    /// <summary>An announced line without a dossier row may be work under way until it is this old.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, CancellationToken cancellationToken) =>
        due.BetweenAsync(first, last, states, cancellationToken);

    public async Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken)
    {
        var mended = await CompareAsync("", int.MaxValue, cancellationToken);
        var removed = await RemoveOrphansAsync(DueStates.All, _ => true, cancellationToken);
        await cursors.SetAsync(UnitCursors.Due, "", cancellationToken);
        return mended.Counts with { Removed = mended.Counts.Removed + removed };
    }

    public async Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        var after = await cursors.GetAsync(UnitCursors.Due, cancellationToken);
        var slice = await CompareAsync(after, units, cancellationToken);
        var removed = await RemoveOrphansAsync(
            DueStates.Reminded, unit => IsBetween(after, unit, slice.Last), cancellationToken);
        await cursors.SetAsync(UnitCursors.Due, slice.Last, cancellationToken);
        return slice.Counts with { Removed = removed };
    }

    public async Task MendAsync(
        IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken)
    {
        foreach (var (key, dueOn) in lines)
        {
            var now = await dossiers.ReadAsync(key.Organization.Key, [Keys.Obligation(key.Kind, key.Period)], cancellationToken);
            if (now.ByKey.Values.SingleOrDefault() is not { } row)
            {
                continue;
            }

            var expected = ObligationRow.Obligation(row).ToDue();
            await (expected.DueOn == dueOn
                ? MendAsync(row, cancellationToken)
                : due.RemoveAsync(expected with { DueOn = dueOn }, now.NextSequence - 1, cancellationToken));
        }
    }

    private static bool IsBetween(string after, string unit, string last) =>
        string.CompareOrdinal(unit, after) > 0 && (last.Length == 0 || string.CompareOrdinal(unit, last) <= 0);

    // From the unit behind `after`, for so many units; answers where it ended, or "" when all were seen.
    private async Task<(RebuiltDue Counts, string Last)> CompareAsync(
        string after, int units, CancellationToken cancellationToken)
    {
        var (compared, added, corrected) = (0, 0, 0);
        var (unit, seen) = ("", 0);
        var end = Keys.EndOf(Keys.Obligations);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey gt {after} and RowKey ge {Keys.Obligations} and RowKey lt {end}");
        await foreach (var row in (await store.Dossiers).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.PartitionKey != unit && ++seen > units)
            {
                return (new(compared, added, corrected, 0), unit);
            }

            unit = row.PartitionKey;
            compared++;
            switch (await MendAsync(row, cancellationToken))
            {
                case Mend.Added:
                    added++;
                    break;
                case Mend.Corrected:
                    corrected++;
                    break;
                default:
                    break;
            }
        }

        return (new(compared, added, corrected, 0), "");
    }

    private async Task<Mend> MendAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var expected = ObligationRow.Obligation(row).ToDue();
        var line = await due.FindAsync(expected, cancellationToken);
        if (line is not null && line.GetString("State") == expected.State.ToString() && ObligationRow.Due(line) == expected)
        {
            return Mend.None;
        }

        var now = await dossiers.ReadAsync(row.PartitionKey, [row.RowKey], cancellationToken);
        if (now[row.RowKey] is not { } current)
        {
            return Mend.None;
        }

        await due.SettleAsync(ObligationRow.Obligation(current).ToDue(), now.NextSequence - 1, cancellationToken);
        return line is null ? Mend.Added : Mend.Corrected;
    }

    private async Task<int> RemoveOrphansAsync(
        DueStates states, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        var removed = 0;
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            await foreach (var line in due.RowsAsync(bucket, DateOnly.MinValue, DateOnly.MaxValue, states, cancellationToken))
            {
                removed += isWanted(line.RowKey.Split('|')[0]) && await IsOrphanAsync(line, cancellationToken) && await due.RemoveAsync(line, cancellationToken) ? 1 : 0;
            }
        }

        return removed;
    }

    private async Task<bool> IsOrphanAsync(TableEntity line, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - line.Timestamp < Grace)
        {
            return false;
        }

        var item = ObligationRow.Due(line);
        var row = await dossiers.FindAsync(
            item.Key.Organization.Key, Keys.Obligation(item.Key.Kind, item.Key.Period), cancellationToken);
        return row is null || ObligationRow.Obligation(row).DueOn != item.DueOn;
    }

    private enum Mend
    {
        None,
        Added,
        Corrected,
    }
}
