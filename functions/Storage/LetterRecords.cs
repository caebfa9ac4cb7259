using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ServerlessParty.Mail;

namespace ServerlessParty.Storage;

/// <summary>The outbox as people ask of it: few long ranges instead of one for every day.</summary>
internal sealed class LetterRecords(Store store, LetterAddresses addresses) : ILetterRecords
{
    private static readonly string[] CountedColumns = ["PartitionKey", "RowKey", "State"];

    public Task<string> PersonAsync(string address, CancellationToken cancellationToken) =>
        addresses.HashAsync(address, cancellationToken);

    /// <summary>Only letters have a number of attempts, so that their items stay in the table.</summary>
    public async Task<IReadOnlyList<LetterCount>> CountAsync(
        DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var counts = new ConcurrentDictionary<(DateOnly Day, LetterState State), int>();
        var table = await store.Letters;
        var buckets = Enumerable.Range(0, await store.BucketsAsync(cancellationToken));
        await Parallel.ForEachAsync(buckets, cancellationToken, async (bucket, token) =>
        {
            var filter = $"{Span(bucket, first, last)} and Attempts ge 0";
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: CountedColumns, cancellationToken: token))
            {
                var key = (Keys.ParseDay(row.PartitionKey[3..]), Enum.Parse<LetterState>(row.GetString("State")!));
                counts.AddOrUpdate(key, 1, (_, known) => known + 1);
            }
        });
        return [.. counts.Select(c => new LetterCount(c.Key.Day, c.Key.State, c.Value))];
    }

    public async IAsyncEnumerable<LetterWithItems> BetweenAsync(
        DateOnly first, DateOnly last, string? person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.Letters;
        var count = await store.BucketsAsync(cancellationToken);
        foreach (var bucket in person is null ? Enumerable.Range(0, count) : [Buckets.Of(person, count)])
        {
            var filter = Span(bucket, first, last) + (person is null ? "" : $" and ({ToPerson(person)})");
            var rows = table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
            await foreach (var letter in LetterReader.ReadAsync(rows, cancellationToken))
            {
                yield return letter.Letter;
            }
        }
    }

    private static string Span(int bucket, DateOnly first, DateOnly last)
    {
        var (from, to) = (Keys.BucketDay(bucket, first), Keys.BucketDay(bucket, last));
        return TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey le {to}");
    }

    private static string ToPerson(string person) => string.Join(" or ", LetterClass.All.Select(of =>
    {
        var (from, to) = ($"{of}|{person}|", Keys.EndOf($"{of}|{person}|"));
        return TableClient.CreateQueryFilter($"(RowKey ge {from} and RowKey lt {to})");
    }));
}
