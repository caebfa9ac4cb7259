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
}
