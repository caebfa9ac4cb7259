namespace ServerlessParty.Benchmarks;

/// <summary>What lies in tables, and how few requests could have brought it there or read it.</summary>
internal static class Rows
{
    public const int PerPage = 1_000;
    public const int PerTransaction = 100;

    public static async Task<List<TableEntity>> OfAsync(TableClient table, string? filter = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The transactions that writing these rows takes.</summary>
    public static int Transactions(IEnumerable<TableEntity> rows) =>
        rows.GroupBy(r => r.PartitionKey).Sum(p => Requests(p.Count(), PerTransaction));

    /// <summary>The pages of one range; an empty one takes a request too.</summary>
    public static int Pages(int rows) => Math.Max(1, Requests(rows, PerPage));

    /// <summary>The pages of one range per bucket; the bucket is the first two digits of the partition.</summary>
    public static int Pages(IReadOnlyCollection<TableEntity> rows, int buckets) =>
        Enumerable.Range(0, buckets).Sum(b => Pages(rows.Count(r => r.PartitionKey.StartsWith($"{b:D2}|", StringComparison.Ordinal))));

    private static int Requests(int rows, int size) => (rows + size - 1) / size;
}
