using Azure;

namespace ServerlessParty.Tests.Storage.Tables;

internal static class Rows
{
    public static async Task<List<string>> KeysAsync(this AsyncPageable<TableEntity> rows)
    {
        var keys = new List<string>();
        await foreach (var row in rows)
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    public static async Task<TableEntity> SingleRowAsync(this AsyncPageable<TableEntity> rows)
    {
        var found = new List<TableEntity>();
        await foreach (var row in rows)
        {
            found.Add(row);
        }

        return Assert.Single(found);
    }
}
