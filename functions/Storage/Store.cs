using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace ServerlessParty.Storage;

/// <summary>The tables and containers of one store, each created when first used in this process.</summary>
internal sealed class Store(TableServiceClient tables, BlobServiceClient blobs, string prefix)
{
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();
    private readonly ConcurrentDictionary<string, Task<BlobContainerClient>> _containers = new();
    private int _buckets;

    public static IReadOnlyList<string> TableNames { get; } =
        ["Dossiers", "Organizations", "Due", "Reminders", "Letters", "Minutes", "Intake", "Campaigns", "Settings", "Access"];

    public Task<TableClient> Dossiers => Table("Dossiers");

    public Task<TableClient> Organizations => Table("Organizations");

    public Task<TableClient> Due => Table("Due");

    public Task<TableClient> Reminders => Table("Reminders");

    public Task<TableClient> Letters => Table("Letters");

    public Task<TableClient> Minutes => Table("Minutes");

    public Task<TableClient> Intake => Table("Intake");

    public Task<TableClient> Campaigns => Table("Campaigns");

    public Task<TableClient> Settings => Table("Settings");

    public Task<TableClient> Access => Table("Access");

    public Task<BlobContainerClient> KeyBlobs => Container("keys");

    public Task<BlobContainerClient> Locks => Container("locks");

    public Task<BlobContainerClient> Anchors => Container("anchors");

    public Task<BlobContainerClient> MinutesBlobs => Container("minutes");

    public Task<BlobContainerClient> Intakes => Container("intake");

    /// <summary>How many buckets this store spreads its days over; fixed when the store was made.</summary>
    public async Task<int> BucketsAsync(CancellationToken cancellationToken) =>
        _buckets > 0 ? _buckets : _buckets = await StoreFormat.BucketsAsync(this, cancellationToken);

    /// <summary>The client without making sure that the table exists.</summary>
    public TableClient Plain(string name) => tables.GetTableClient(prefix + name);

    private Task<TableClient> Table(string name) => Remembered(_tables, name, async () =>
    {
        var table = tables.GetTableClient(prefix + name);
        await table.CreateIfNotExistsAsync();
        return table;
    });

    private Task<BlobContainerClient> Container(string name) => Remembered(_containers, name, async () =>
    {
        var container = blobs.GetBlobContainerClient(prefix + name);
        await container.CreateIfNotExistsAsync();
        return container;
    });

    // A failed creation is forgotten, so that the next caller tries again.
    private static async Task<T> Remembered<T>(ConcurrentDictionary<string, Task<T>> known, string name, Func<Task<T>> make)
    {
        var task = known.GetOrAdd(name, _ => make());
        try
        {
            return await task;
        }
        catch
        {
            known.TryRemove(KeyValuePair.Create(name, task));
            throw;
        }
    }
}
