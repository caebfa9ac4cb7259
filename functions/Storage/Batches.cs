namespace ServerlessParty.Storage;

/// <summary>Writes many rows in as few transactions as the service's limits allow.</summary>
internal static class Batches
{
    /// <summary>The most actions in one transaction.</summary>
    public const int Size = 100;

    /// <summary>How many requests of one use case may be under way at once.</summary>
    public const int Parallelism = 16;

    /// <summary>Submits <paramref name="actions"/> grouped by partition, at most 100 a transaction, some in parallel. For actions that cannot meet a conflict.</summary>
    public static Task SubmitAsync(
        TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var batches = actions.GroupBy(a => a.Entity.PartitionKey).SelectMany(g => g.Chunk(Size));
        return Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (batch, token) => await table.SubmitTransactionAsync(batch, token));
    }
}
