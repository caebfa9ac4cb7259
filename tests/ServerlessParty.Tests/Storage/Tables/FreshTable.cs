using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>An empty table on the emulator.</summary>
internal static class FreshTable
{
    public static async Task<TableClient> CreateAsync(TableClientOptions? options = null)
    {
        var azurite = await Azurite.SharedAsync();
        var table = new TableServiceClient(azurite.ConnectionString, options).GetTableClient(Azurite.UniqueName("rows"));
        await table.CreateIfNotExistsAsync();
        return table;
    }

    /// <summary>The same table over another, undisturbed network.</summary>
    public static async Task<TableClient> SameAsync(TableClient table) =>
        new TableServiceClient((await Azurite.SharedAsync()).ConnectionString).GetTableClient(table.Name);
}
