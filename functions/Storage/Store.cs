using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using ServerlessParty.Storage.Upgrades;

namespace ServerlessParty.Storage;

/// <summary>
/// The tables and containers of one store. The first run of a timer makes all of them and puts that down, so that no process
/// after it asks; before, each is made when first used in a process. What the store says of its format is read once before, so that
/// an executable never touches a store that it does not understand.
/// </summary>
/// <param name="schema">What this executable understands; null for all that this version does.</param>
internal sealed class Store(
    TableServiceClient tables, BlobServiceClient blobs, string prefix, StoreSchema? schema = null, bool isOpenToUpgrades = false)
{
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();
    private readonly ConcurrentDictionary<string, Task<BlobContainerClient>> _containers = new();
    private readonly ConcurrentDictionary<string, Task<StoreFormat>> _format = new();

    public static IReadOnlyList<string> TableNames { get; } =
        ["Dossiers", "Organizations", "Due", "Reminders", "Letters", "Minutes", "Intake", "Campaigns", "Settings", "Access"];

    public static IReadOnlyList<string> ContainerNames { get; } = ["keys", "locks", "anchors", "minutes", "intake"];

    /// <summary>How many tables and containers this executable knows; one more, and stores of before lack it.</summary>
    public static int Places => TableNames.Count + ContainerNames.Count;

    public StoreSchema Schema { get; } = schema ?? StoreSchema.Current;

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
        (await UsableAsync().WaitAsync(cancellationToken)).Buckets;

    /// <summary>Read once in this process.</summary>
    public Task<StoreFormat> FormatAsync() =>
        Remembered(_format, "", () => StoreFormat.ReadAsync(this, CancellationToken.None));

    /// <summary>As remembered, unless that was behind: another process may have upgraded the store since.</summary>
    public async Task<StoreFormat> NewestFormatAsync()
    {
        var known = await FormatAsync();
        if (known.Upgraded >= Schema.Last)
        {
            return known;
        }

        ForgetFormat();
        return await FormatAsync();
    }

    /// <summary>The next use asks the store again.</summary>
    public void ForgetFormat() => _format.Clear();

    /// <summary>The same store for those who bring it to its new format.</summary>
    public Store OpenToUpgrades() => new(tables, blobs, prefix, Schema, isOpenToUpgrades: true);

    /// <summary>The client without making sure that the table exists.</summary>
    public TableClient Plain(string name) => tables.GetTableClient(prefix + name);

    /// <summary>Makes every table and container that is not there.</summary>
    public Task MakePlacesAsync(CancellationToken cancellationToken) => Task.WhenAll(
        TableNames.Select(name => (Task)Plain(name).CreateIfNotExistsAsync(cancellationToken))
            .Concat(ContainerNames.Select(name => Blobs(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))));

    /// <summary>Containers of keys and leases do without: they are older than every format, and upgrades need them.</summary>
    private async Task<StoreFormat> UsableAsync()
    {
        var format = await FormatAsync();
        if (!isOpenToUpgrades && format.Upgraded < Schema.Required)
        {
            format = await NewestFormatAsync();
        }

        return isOpenToUpgrades ? format : format.Checked(Schema);
    }

    // The row of the format lies in Settings, so that this table is there.
    private Task<TableClient> Table(string name) => Remembered(_tables, name, async () =>
    {
        var format = await UsableAsync();
        var table = Plain(name);
        if (name != "Settings" && format.Places < Places)
        {
            await table.CreateIfNotExistsAsync();
        }

        return table;
    });

    private Task<BlobContainerClient> Container(string name) => Remembered(_containers, name, async () =>
    {
        var format = name is "keys" or "locks" ? await FormatAsync() : await UsableAsync();
        var container = Blobs(name);
        if (format.Places < Places)
        {
            await container.CreateIfNotExistsAsync();
        }

        return container;
    });

    private BlobContainerClient Blobs(string name) => blobs.GetBlobContainerClient(prefix + name);

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
