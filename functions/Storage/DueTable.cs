using System.Runtime.CompilerServices;
using Azure;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// The lines by due day. A line carries the sequence of the dossier entry it follows, so that a slow writer never puts an
/// older state over a newer one; a line written ahead of its dossier says too much for a moment, which is harmless.
/// </summary>
internal sealed class DueTable(Store store)
{
    public async IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            await foreach (var row in RowsAsync(bucket, first, last, states, cancellationToken))
            {
                yield return ObligationRow.Due(row);
            }
        }
    }

    /// <summary>The lines of one bucket between two due days, both inclusive.</summary>
    public async IAsyncEnumerable<TableEntity> RowsAsync(
        int bucket, DateOnly first, DateOnly last, DueStates states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (Keys.BucketDay(bucket, first), Keys.BucketDay(bucket, last));
        var days = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey le {to}");
        var filter = states == DueStates.All
            ? days
            : $"{days} and (State eq 'Open' or State eq 'Returned' or State eq '{ObligationRow.Opening}')";
        await foreach (var row in (await store.Due).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }

    public async Task<TableEntity?> FindAsync(DueItem item, CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        var found = await (await store.Due).GetEntityIfExistsAsync<TableEntity>(
            ObligationRow.DuePartition(item, buckets), Keys.Due(item.Key), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Announces lines before their dossiers are written.</summary>
    public Task AnnounceAsync(IEnumerable<DueItem> items, CancellationToken cancellationToken) =>
        WriteAsync(items.Select(i => (i, ObligationRow.Opening, 0)), cancellationToken);

    /// <summary>Confirms announced lines, in batches; the sequence 1 yields to every later state.</summary>
    public Task ConfirmAsync(IEnumerable<(DueItem Item, int Sequence)> items, CancellationToken cancellationToken) =>
        WriteAsync(items.Select(i => (i.Item, i.Item.State.ToString(), i.Sequence)), cancellationToken);

    /// <summary>Brings a line to a dossier's state unless it follows a later entry already.</summary>
    public async Task SettleAsync(DueItem item, int sequence, CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        var table = await store.Due;
        var row = ObligationRow.Due(item, buckets, item.State.ToString(), sequence);
        while (true)
        {
            var stored = await FindAsync(item, cancellationToken);
            if (stored is not null && (stored.GetInt32("Sequence") ?? 0) > sequence)
            {
                return;
            }

            try
            {
                await (stored is null
                    ? table.AddEntityAsync(row, cancellationToken)
                    : table.UpdateEntityAsync(row, stored.ETag, TableUpdateMode.Replace, cancellationToken));
                return;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
            {
                // Somebody else wrote the line in between: look again.
            }
        }
    }

    /// <summary>Takes away the line of a due day that no longer holds, if it follows no later entry.</summary>
    public async Task RemoveAsync(DueItem item, int sequence, CancellationToken cancellationToken)
    {
        if (await FindAsync(item, cancellationToken) is { } row && (row.GetInt32("Sequence") ?? 0) <= sequence)
        {
            await RemoveAsync(row, cancellationToken);
        }
    }

    /// <summary>Takes a line away unless it changed since it was read.</summary>
    public async Task<bool> RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await (await store.Due).DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return false;
        }
    }

    private async Task WriteAsync(
        IEnumerable<(DueItem Item, string State, int Sequence)> lines, CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        var actions = lines.Select(l => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, ObligationRow.Due(l.Item, buckets, l.State, l.Sequence)));
        await Batches.SubmitAsync(await store.Due, actions, cancellationToken);
    }
}
