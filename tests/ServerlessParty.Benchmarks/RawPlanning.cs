using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>What a planning read and wrote, as requests without any product around them.</summary>
internal sealed class RawPlanning
{
    private readonly Store _store;
    private readonly int _buckets;
    private readonly IReadOnlyList<TableEntity> _lines;
    private readonly IReadOnlyList<TableEntity> _letters;
    private readonly string _contacts;

    private RawPlanning(
        Store store, int buckets, IReadOnlyList<TableEntity> lines, IReadOnlyList<TableEntity> letters, string contacts, int fewest)
    {
        (_store, _buckets, _lines, _letters, _contacts, Fewest) = (store, buckets, lines, letters, contacts, fewest);
    }

    /// <summary>The fewest requests that could have read and written the same rows.</summary>
    public int Fewest { get; }

    /// <summary>Looks at what a planning into empty tables left.</summary>
    public static async Task<RawPlanning> OfAsync(Store store)
    {
        var buckets = await store.BucketsAsync(default);
        var due = await Rows.OfAsync(await store.Due);
        var lines = await Rows.OfAsync(await store.Reminders);
        var letters = await Rows.OfAsync(await store.Letters);
        var (first, last) = (due.Min(r => r.GetString("Id"))!, due.Max(r => r.GetString("Id"))!);
        var contacts = TableClient.CreateQueryFilter(
            $"PartitionKey eq {OrganizationProjection.ById} and RowKey ge {first} and RowKey le {last}");
        var fewest = Rows.Pages(due, buckets) + (2 * buckets)
            + Rows.Pages((await Rows.OfAsync(await store.Organizations, contacts)).Count)
            + Rows.Transactions(lines) + Rows.Transactions(letters);
        return new(store, buckets, lines, letters, contacts, fewest);
    }

    public async Task<TimeSpan> RunAsync()
    {
        var (lines, letters) = (_store.Plain("RawReminders"), _store.Plain("RawLetters"));
        await lines.CreateIfNotExistsAsync();
        await letters.CreateIfNotExistsAsync();
        var began = TimeProvider.System.GetTimestamp();
        await ReadAsync(await _store.Due);
        await ReadAsync(lines);
        await ReadAsync(letters);
        await Rows.OfAsync(await _store.Organizations, _contacts);
        await Batches.SubmitAsync(lines, _lines.Select(Add), default);
        await Batches.SubmitAsync(letters, _letters.Select(Add), default);
        return TimeProvider.System.GetElapsedTime(began);
    }

    private async Task ReadAsync(TableClient table)
    {
        for (var bucket = 0; bucket < _buckets; bucket++)
        {
            var (from, to) = (Keys.BucketDay(bucket, DateOnly.MinValue), Keys.BucketDay(bucket, DateOnly.MaxValue));
            await Rows.OfAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey le {to}"));
        }
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
