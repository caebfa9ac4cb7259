using Azure;

namespace ServerlessParty.Storage;

/// <summary>What was decided once when a store was made: its schema version and its number of buckets.</summary>
internal static class StoreFormat
{
    /// <summary>The version of rows and keys that this executable writes.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Enough for a province of 4,000 units: a day's lines are spread over that many partitions.</summary>
    public const int DefaultBuckets = 4;

    private const string Partition = "store";
    private const string Row = "format";

    /// <exception cref="InvalidOperationException">The store was written by a newer version.</exception>
    public static async Task<int> BucketsAsync(Store store, CancellationToken cancellationToken)
    {
        var settings = await store.Settings;
        var found = await settings.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            return await CreateAsync(settings, cancellationToken);
        }

        var version = found.Value!.GetInt32("Version") ?? 0;
        return version <= SchemaVersion
            ? found.Value.GetInt32("Buckets") ?? DefaultBuckets
            : throw new InvalidOperationException(
                $"The store has schema version {version}; this executable knows up to {SchemaVersion}. Run a newer one.");
    }

    private static async Task<int> CreateAsync(TableClient settings, CancellationToken cancellationToken)
    {
        try
        {
            var row = new TableEntity(Partition, Row) { ["Version"] = SchemaVersion, ["Buckets"] = DefaultBuckets };
            await settings.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Another process made the store at the same moment, with the same numbers.
        }

        return DefaultBuckets;
    }
}
