using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>The bytes of all rows of a store, as the table service counts them.</summary>
internal static class StoreSize
{
    public static async Task<long> OfAsync(Store store)
    {
        var bytes = 0L;
        foreach (var name in Store.TableNames)
        {
            var table = store.Plain(name);
            await table.CreateIfNotExistsAsync();
            bytes += (await Rows.OfAsync(table)).Sum(Of);
        }

        return bytes;
    }

    // 4 and two for each letter of the keys; for each property 8, two for each letter of its name, and its value.
    private static long Of(TableEntity row) =>
        4 + (2L * (row.PartitionKey.Length + row.RowKey.Length))
        + row.Where(p => p.Key is not ("PartitionKey" or "RowKey" or "odata.etag")).Sum(p => 8 + (2L * p.Key.Length) + Of(p.Value));

    private static long Of(object? value) => value switch
    {
        null => 0,
        string text => 4 + (2L * text.Length),
        byte[] bytes => 4 + bytes.Length,
        int => 4,
        bool => 1,
        _ => 8,
    };
}
