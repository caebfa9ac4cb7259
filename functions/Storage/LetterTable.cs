using System.Runtime.CompilerServices;
using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>The outbox: letters spread over buckets by their address, a day of a bucket being one partition.</summary>
internal sealed class LetterTable(Store store, LetterAddresses addresses, LetterPlans plans, TimeProvider time) : ILetters
{
    public IAsyncEnumerable<LetterWithItems> OfDayAsync(DateOnly day, CancellationToken cancellationToken) =>
        LetterReader.OfDayAsync(store, day, cancellationToken);

    public async Task<LetterPage> PageAsync(
        DateOnly? day, LetterState? state, string? after, int take, CancellationToken cancellationToken)
    {
        var items = new List<LetterWithItems>();
        await foreach (var stored in RangeAsync(day, after, cancellationToken))
        {
            if (items.Count == take)
            {
                return new(items, items[^1].Letter.Id.ToString());
            }

            if (state is null || stored.Letter.Letter.State == state)
            {
                items.Add(stored.Letter);
            }
        }

        return new(items, null);
    }

    public async Task<LetterWithItems?> FindAsync(LetterId id, CancellationToken cancellationToken)
    {
        var key = LetterRow.Key(id);
        var end = Keys.EndOf(key + "|");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {LetterRow.Partition(id)} and RowKey ge {key} and RowKey lt {end}");
        await foreach (var letter in ReadAsync(filter, cancellationToken))
        {
            return letter.Letter.Letter.Id == id ? letter.Letter : null;
        }

        return null;
    }

    public Task<IReadOnlyList<Letter>> AttemptedAsync(
        IReadOnlyCollection<LetterId> ids, CancellationToken cancellationToken) =>
        LetterFinding.AttemptedAsync(store, ids, cancellationToken);

    public async Task<int> PlanAsync(
        DateOnly day,
        IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known,
        CancellationToken cancellationToken)
    {
        var planned = await plans.RunAsync(day, itemsByAddress, known, cancellationToken);
        StorageMeasures.Planned(planned);
        return planned;
    }

    public async Task<Letter?> BeginAsync(
        string letterClass, string eventId, DateOnly day, string to, CancellationToken cancellationToken)
    {
        var id = await addresses.IdAsync(to, day, letterClass, eventId, cancellationToken);
        var letter = new Letter(id, to, LetterState.Sending, 0, 1, null, time.GetUtcNow()).Noted(time.GetUtcNow());
        var written = await ConditionalWrites.SubmitAsync(
            await store.Letters,
            [new(TableTransactionActionType.Add, LetterRow.Of(letter, ""))],
            cancellationToken);
        return written is null ? null : letter with { Version = written[0].Headers.ETag?.ToString() ?? "" };
    }

    public async Task<IReadOnlyList<Letter>> AdvanceAsync(
        IReadOnlyCollection<Letter> letters, CancellationToken cancellationToken)
    {
        var written = new System.Collections.Concurrent.ConcurrentBag<Letter>();
        await Parallel.ForEachAsync(
            letters.Select(l => l.Noted(l.ChangedAt)).GroupBy(l => LetterRow.Partition(l.Id)).SelectMany(g => g.Chunk(Batches.Size)),
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (batch, token) =>
            {
                foreach (var letter in await LetterAdvances.WriteAsync(await store.Letters, batch, token))
                {
                    StorageMeasures.Letter(letter);
                    written.Add(letter);
                }
            });
        return [.. written];
    }

    public Task<UnsettledLetters> CountUnsettledAsync(DateOnly firstDay, CancellationToken cancellationToken) =>
        LetterFinding.CountUnsettledAsync(store, firstDay, cancellationToken);

    public async IAsyncEnumerable<LetterWithItems> StuckAsync(
        DateOnly firstDay, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var (from, to) = (Keys.BucketDay(bucket, firstDay), Keys.BucketDay(bucket, DateOnly.MaxValue));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {from} and PartitionKey le {to} and State eq 'Sending' and ChangedAt lt {since}");
            await foreach (var row in (await store.Letters).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                if (await FindAsync(LetterRow.Letter(row).Id, cancellationToken) is { } letter)
                {
                    yield return letter;
                }
            }
        }
    }

    private async IAsyncEnumerable<StoredLetter> RangeAsync(
        DateOnly? day, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = LetterId.TryParse(after, out var id) ? id : null;
        var buckets = await store.BucketsAsync(cancellationToken);
        for (var bucket = start?.Bucket ?? 0; bucket < buckets; bucket++)
        {
            foreach (var filter in Filters(bucket, day, start?.Bucket == bucket ? start : null))
            {
                await foreach (var letter in ReadAsync(filter, cancellationToken))
                {
                    yield return letter;
                }
            }
        }
    }

    // The rest of the partition a page ended in, then the days behind it: two ranges, since one with "or" would scan.
    private static IEnumerable<string> Filters(int bucket, DateOnly? day, LetterId? start)
    {
        var from = Keys.BucketDay(bucket, day ?? DateOnly.MinValue);
        var to = Keys.BucketDay(bucket, day ?? DateOnly.MaxValue);
        if (start is null)
        {
            return [TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey le {to}")];
        }

        var (partition, key) = (LetterRow.Partition(start), Keys.EndOf(LetterRow.Key(start) + "|"));
        return
        [
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {key}"),
            TableClient.CreateQueryFilter($"PartitionKey gt {partition} and PartitionKey le {to}"),
        ];
    }

    private async IAsyncEnumerable<StoredLetter> ReadAsync(
        string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = (await store.Letters).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        await foreach (var letter in LetterReader.ReadAsync(rows, cancellationToken))
        {
            yield return letter;
        }
    }
}
