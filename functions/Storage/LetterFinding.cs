using System.Collections.Concurrent;
using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Finds many letters in few requests: by their ids those of one partition by one range, unless they are only a few.</summary>
internal static class LetterFinding
{
    /// <summary>Up to so many letters of a partition are read one by one: cheaper than what lies between them.</summary>
    private const int Few = 4;

    public static async Task<IReadOnlyList<Letter>> AttemptedAsync(
        Store store, IReadOnlyCollection<LetterId> ids, CancellationToken cancellationToken)
    {
        var table = await store.Letters;
        var found = new ConcurrentBag<Letter>();
        await Parallel.ForEachAsync(
            ids.ToLookup(LetterRow.Partition, LetterRow.Key).SelectMany(Ranges),
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (range, token) =>
            {
                await foreach (var row in table.QueryAsync<TableEntity>(range.Filter, cancellationToken: token))
                {
                    if (range.Keys.Contains(row.RowKey))
                    {
                        found.Add(LetterRow.Letter(row));
                    }
                }
            });
        return [.. found];
    }

    /// <summary>Items have no state, so that the service leaves them out.</summary>
    public static async Task<UnsettledLetters> CountUnsettledAsync(
        Store store, DateOnly firstDay, CancellationToken cancellationToken)
    {
        var table = await store.Letters;
        var buckets = await store.BucketsAsync(cancellationToken);
        var counts = await Task.WhenAll(Enumerable.Range(0, buckets).Select(async bucket =>
        {
            var (from, to) = (Keys.BucketDay(bucket, firstDay), Keys.BucketDay(bucket, DateOnly.MaxValue));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey ge {from} and PartitionKey le {to} and (State eq 'Uncertain' or State eq 'Failed')");
            var found = new UnsettledLetters(0, 0);
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["State"], cancellationToken: cancellationToken))
            {
                found = row.GetString("State") == nameof(LetterState.Failed)
                    ? found with { Failed = found.Failed + 1 } : found with { Uncertain = found.Uncertain + 1 };
            }

            return found;
        }));
        return new(counts.Sum(c => c.Uncertain), counts.Sum(c => c.Failed));
    }

    private static IEnumerable<(string Filter, HashSet<string> Keys)> Ranges(IGrouping<string, string> partition) =>
        partition.Count() <= Few
            ? partition.Select(key => Range(partition.Key, [key]))
            : [Range(partition.Key, [.. partition])];

    // Items, which lie between letters, have no attempts, so that the service leaves them out.
    private static (string Filter, HashSet<string> Keys) Range(string partition, HashSet<string> keys)
    {
        var (first, last) = (keys.Min(StringComparer.Ordinal)!, keys.Max(StringComparer.Ordinal)!);
        return (
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last} and Attempts ge 1"),
            keys);
    }
}
