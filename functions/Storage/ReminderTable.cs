using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>The ledger of reminder steps; the row key is what makes a step unique (I1).</summary>
internal sealed class ReminderTable(Store store) : IReminderLedger
{
    public async IAsyncEnumerable<Reminder> BetweenAsync(
        DateOnly firstDue, DateOnly lastDue, DateOnly sendOnFrom, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.Reminders;
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var (from, to, day) = (Keys.BucketDay(bucket, firstDue), Keys.BucketDay(bucket, lastDue), Keys.Day(sendOnFrom));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {from} and PartitionKey le {to} and SendOn ge {day}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                yield return ReminderRow.Reminder(row);
            }
        }
    }

    public async Task<IReadOnlyList<Reminder>> ClaimAsync(
        IReadOnlyCollection<Reminder> reminders, CancellationToken cancellationToken)
    {
        var written = new ConcurrentBag<Reminder>();
        await EachBatchAsync(reminders, r => r.Key, async (table, batch, token) =>
        {
            foreach (var reminder in await ClaimBatchAsync(table, batch, token))
            {
                written.Add(reminder);
            }
        }, cancellationToken);
        return [.. written];
    }

    public Task AdvanceAsync(
        IReadOnlyCollection<ReminderKey> keys, ReminderState state, CancellationToken cancellationToken) =>
        EachBatchAsync(
            [.. keys.Distinct()], k => k, (table, batch, token) => AdvanceBatchAsync(table, batch, state, MayAdvance, token), cancellationToken);

    public Task ListAsync(IReadOnlyCollection<ReminderKey> keys, CancellationToken cancellationToken) => EachBatchAsync(
        [.. keys.Distinct()],
        k => k,
        (table, batch, token) => AdvanceBatchAsync(table, batch, ReminderState.Listed, MayList, token),
        cancellationToken);

    public async Task CancelAsync(ObligationKey obligation, DateOnly dueOn, CancellationToken cancellationToken)
    {
        var partition = Keys.BucketDay(
            Buckets.Of(obligation.Organization.Key, await store.BucketsAsync(cancellationToken)), dueOn);
        var prefix = Keys.Due(obligation) + "|";
        var end = Keys.EndOf(prefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
        var keys = new List<ReminderKey>();
        await foreach (var row in (await store.Reminders).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            keys.Add(ReminderRow.Reminder(row).Key);
        }

        await AdvanceAsync(keys, ReminderState.Cancelled, cancellationToken);
    }

    private async Task EachBatchAsync<T>(
        IReadOnlyCollection<T> items,
        Func<T, ReminderKey> key,
        Func<TableClient, List<T>, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        var table = await store.Reminders;
        var buckets = await store.BucketsAsync(cancellationToken);
        var batches = items.GroupBy(i => ReminderRow.Partition(key(i), buckets)).SelectMany(g => g.Chunk(Batches.Size));
        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (batch, token) => await write(table, [.. batch], token));
    }

    // Absent lines are added; when some exist, they are read, and only cancelled ones are armed again.
    private async Task<List<Reminder>> ClaimBatchAsync(
        TableClient table, List<Reminder> batch, CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        IReadOnlyDictionary<string, TableEntity> stored = new Dictionary<string, TableEntity>();
        while (true)
        {
            var open = batch.Where(r => MayWrite(stored.GetValueOrDefault(Keys.Reminder(r.Key)))).ToList();
            var actions = open.Select(r => Write(ReminderRow.Of(r, buckets), stored.GetValueOrDefault(Keys.Reminder(r.Key))));
            if (await ConditionalWrites.TrySubmitAsync(table, actions, cancellationToken))
            {
                return open;
            }

            stored = await ReadAsync(table, [.. batch.Select(r => r.Key)], cancellationToken);
        }
    }

    private async Task AdvanceBatchAsync(
        TableClient table, List<ReminderKey> batch, ReminderState state, Func<ReminderState, ReminderState, bool> may,
        CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        var unseen = batch.Select(k => Advance(ReminderRow.Partition(k, buckets), Keys.Reminder(k), state, ETag.All));
        // Sent follows every other state, so lines that exist need no look first; an absent one refuses the transaction.
        var done = state == ReminderState.Sent && await ConditionalWrites.TrySubmitAsync(table, unseen, cancellationToken);
        while (!done)
        {
            var stored = await ReadAsync(table, batch, cancellationToken);
            var open = stored.Values.Where(r => may(ReminderRow.State(r), state));
            done = await ConditionalWrites.TrySubmitAsync(
                table, open.Select(r => Advance(r.PartitionKey, r.RowKey, state, r.ETag)), cancellationToken);
        }
    }

    private async Task<IReadOnlyDictionary<string, TableEntity>> ReadAsync(
        TableClient table, List<ReminderKey> keys, CancellationToken cancellationToken)
    {
        var partition = ReminderRow.Partition(keys[0], await store.BucketsAsync(cancellationToken));
        var wanted = keys.Select(Keys.Reminder).ToHashSet();
        var (first, last) = (wanted.Min(StringComparer.Ordinal)!, wanted.Max(StringComparer.Ordinal)!);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        var rows = new Dictionary<string, TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (wanted.Contains(row.RowKey))
            {
                rows[row.RowKey] = row;
            }
        }

        return rows;
    }

    // A cancelled line whose letter was under way becomes sent after all, so that the step never goes out again.
    private static bool MayAdvance(ReminderState from, ReminderState to) =>
        from != to && (from is ReminderState.Planned or ReminderState.Listed
            || from == ReminderState.Cancelled && to == ReminderState.Sent);

    private static bool MayList(ReminderState from, ReminderState to) =>
        from is ReminderState.Planned or ReminderState.Sent;

    private static bool MayWrite(TableEntity? stored) =>
        stored is null || ReminderRow.State(stored) == ReminderState.Cancelled;

    private static TableTransactionAction Advance(string partition, string row, ReminderState state, ETag known) => new(
        TableTransactionActionType.UpdateMerge, new TableEntity(partition, row) { ["State"] = state.ToString() }, known);

    private static TableTransactionAction Write(TableEntity row, TableEntity? stored) => stored is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, stored.ETag);
}
