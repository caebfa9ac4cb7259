using Azure;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Web;

namespace ServerlessParty.Storage;

/// <summary>What a store says of itself, in one row of <c>Settings</c>; a store made before there was such a row has version 1 and no upgrade.</summary>
/// <param name="Version">What an executable must know to use the store.</param>
/// <param name="Buckets">How many partitions a day is spread over; fixed when the store was made.</param>
/// <param name="Upgraded">The last upgrade that is complete; 0 for none.</param>
/// <param name="Cursor">How far the next upgrade is.</param>
/// <param name="Places">How many tables and containers are known to be there, of <see cref="Store.Places"/>.</param>
/// <param name="Tag">The row's version, for whoever moves it on.</param>
internal sealed record StoreFormat(int Version, int Buckets, int Upgraded, string Cursor, int Places, ETag Tag)
{
    /// <summary>Enough for a province of 4,000 units: a day's lines are spread over that many partitions.</summary>
    public const int DefaultBuckets = 4;

    private const string Partition = "store";
    private const string Row = "format";

    /// <summary>One point read; writes the row only where there is none.</summary>
    public static async Task<StoreFormat> ReadAsync(Store store, CancellationToken cancellationToken)
    {
        var found = await store.Plain("Settings").GetEntityIfExistsAsync<TableEntity>(
            Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? Of(found.Value!) : await CreateAsync(store, cancellationToken);
    }

    /// <exception cref="UnavailableException">The store was written by a newer version, or must be upgraded first.</exception>
    public StoreFormat Checked(StoreSchema schema)
    {
        RefuseNewer(schema);
        return Upgraded < schema.Required ? throw Older() : this;
    }

    /// <exception cref="UnavailableException">The store was written by a newer version.</exception>
    public void RefuseNewer(StoreSchema schema)
    {
        if (Version > schema.Version)
        {
            throw Newer(schema);
        }
    }

    public async Task<StoreFormat> WriteAsync(Store store, CancellationToken cancellationToken)
    {
        var written = await store.Plain("Settings").UpdateEntityAsync(ToRow(), Tag, TableUpdateMode.Merge, cancellationToken);
        return this with { Tag = written.Headers.ETag ?? throw new InvalidOperationException("A row was written without a version.") };
    }

    private static async Task<StoreFormat> CreateAsync(Store store, CancellationToken cancellationToken)
    {
        var settings = store.Plain("Settings");
        await settings.CreateIfNotExistsAsync(cancellationToken);
        var upgraded = await IsEmptyAsync(store, cancellationToken) ? store.Schema.Last : 0;
        var version = upgraded > 0 ? store.Schema.Version : StoreSchema.FirstVersion;
        try
        {
            var made = new StoreFormat(version, DefaultBuckets, upgraded, "", Places: 0, default);
            var written = await settings.AddEntityAsync(made.ToRow(), cancellationToken);
            return made with { Tag = written.Headers.ETag ?? default };
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Another process made the store at the same moment.
            return Of((await settings.GetEntityAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken)).Value);
        }
    }

    /// <summary>There is nothing to upgrade in a store without a dossier.</summary>
    private static async Task<bool> IsEmptyAsync(Store store, CancellationToken cancellationToken)
    {
        try
        {
            return !await store.Plain("Dossiers")
                .QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken)
                .AnyAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return true;
        }
    }

    private static StoreFormat Of(TableEntity row) => new(
        row.GetInt32("Version") ?? StoreSchema.FirstVersion,
        row.GetInt32("Buckets") ?? DefaultBuckets,
        row.GetInt32("Upgraded") ?? 0,
        row.GetString("Cursor") ?? "",
        row.GetInt32("Places") ?? 0,
        row.ETag);

    private TableEntity ToRow() => new(Partition, Row)
    {
        ["Version"] = Version,
        ["Buckets"] = Buckets,
        ["Upgraded"] = Upgraded,
        ["Cursor"] = Cursor,
        ["Places"] = Places,
    };

    private UnavailableException Newer(StoreSchema schema) => new(
        "store.newer",
        $"Kho dữ liệu do phiên bản mới hơn ghi (lược đồ {Version}), phiên bản này chỉ biết đến lược đồ {schema.Version}: hãy chạy phiên bản mới hơn. "
        + $"/ The store was written by a newer version (schema {Version}), this one knows up to schema {schema.Version}: run the newer one.");

    private static UnavailableException Older() => new(
        "store.upgrading",
        "Kho dữ liệu đang được nâng cấp: hãy chờ ít phút, hoặc chạy lệnh `upgrade`. "
        + "/ The store is being upgraded: wait some minutes, or run the command `upgrade`.");
}
