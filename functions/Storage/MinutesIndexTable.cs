using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>The projection of minutes as its readers see it, and how it catches up after a crash.</summary>
internal sealed class MinutesIndexTable(
    Store store, DossierTable dossiers, MinutesBlobs blobs, MinutesDebts debts, MinutesProjection projection, TimeProvider time)
    : IMinutesIndex
{
    /// <summary>Separates the period from the suffix in a cursor; no part holds it.</summary>
    private const char CursorSeparator = '~';

    /// <summary>A younger note may be an upload under way, which pays by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<MinutesPage> FindAsync(
        MinutesQuery query, string? after, int take, CancellationToken cancellationToken)
    {
        var table = await store.Minutes;
        var (start, suffix) = Cursor(after);
        List<MinutesItem> items = [];
        foreach (var period in await PeriodsAsync(query.Period, start, cancellationToken))
        {
            var from = period.Value == start ? suffix : "";
            items.AddRange(await new MinutesSearch(table, period, query).TakeAsync(from, take + 1 - items.Count, cancellationToken));
            if (items.Count > take)
            {
                var last = items[take - 1].Id;
                return new(items[..take], $"{last.Key.Period}{CursorSeparator}{MinutesItemRow.Suffix(last)}");
            }
        }

        return new(items, null);
    }

    public async Task<IReadOnlyList<MinutesId>> WithBytesAsync(string sha256, CancellationToken cancellationToken)
    {
        var found = new List<MinutesId>();
        var (partition, from, to) = (MinutesItemRow.BytesPartition(sha256), sha256 + "|", Keys.EndOf(sha256 + "|"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in (await store.Minutes).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found.Add(MinutesItemRow.Id(row));
        }

        return found;
    }

    public async Task<FinishedMinutes> FinishAsync(CancellationToken cancellationToken)
    {
        var (indexed, removed) = (0, 0);
        foreach (var debt in await debts.AllAsync(cancellationToken))
        {
            if (debt.Since > time.GetUtcNow() - Patience)
            {
                continue;
            }

            indexed += await projection.FollowAsync(debt.Key, cancellationToken);
            var bytes = await SettleBytesAsync(debt, cancellationToken);
            removed += bytes == Bytes.Removed ? 1 : 0;
            if (bytes != Bytes.Waiting)
            {
                await debts.PaidAsync(debt, cancellationToken);
            }
        }

        return new(indexed, removed);
    }

    private enum Bytes
    {
        Settled,
        Removed,

        /// <summary>No row has them, but an upload under way may still want them.</summary>
        Waiting,
    }

    /// <summary>The version is read before the dossier: whoever wants the bytes in between touches them, and the removal fails.</summary>
    private async Task<Bytes> SettleBytesAsync(MinutesDebt debt, CancellationToken cancellationToken)
    {
        if (debt.Sha256 is not { } sha256)
        {
            return Bytes.Settled;
        }

        var kept = await blobs.FindAsync(debt.Unit, sha256, cancellationToken);
        if (await dossiers.FindAsync(debt.Unit.Key, Keys.Bytes(sha256), cancellationToken) is not null)
        {
            return Bytes.Settled;
        }

        return kept switch
        {
            null => debt.Since > time.GetUtcNow() - MinutesBlobs.Grace ? Bytes.Waiting : Bytes.Settled,
            { IsOld: true } => await blobs.TryRemoveAsync(debt.Unit, sha256, kept.Version, cancellationToken)
                ? Bytes.Removed
                : Bytes.Waiting,
            _ => Bytes.Waiting,
        };
    }

    private async Task<List<Period>> PeriodsAsync(Period? only, string? start, CancellationToken cancellationToken)
    {
        if (only is { } period)
        {
            return [period];
        }

        List<Period> periods = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {MinutesItemRow.Periods}");
        await foreach (var row in (await store.Minutes).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            periods.Add(Period.Parse(row.RowKey));
        }

        var sorted = periods.OrderByDescending(MinutesItemRow.EndOf).ThenBy(p => p.Value, StringComparer.Ordinal).ToList();
        return start is null ? sorted : [.. sorted.SkipWhile(p => p.Value != start)];
    }

    private static (string? Period, string Suffix) Cursor(string? after) =>
        after?.Split(CursorSeparator, 2) is [var period, var suffix] ? (period, suffix) : (null, "");
}
