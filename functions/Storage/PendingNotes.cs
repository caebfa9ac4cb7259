using Azure;

namespace ServerlessParty.Storage;

/// <summary>The notes of <see cref="OrganizationPending"/> as rows.</summary>
internal static class PendingNotes
{
    /// <summary>The note of an import: every unit may have changed. Not an id, since it begins with a letter no id does.</summary>
    public const string Everything = "~";

    private const string Partition = "pending";

    public static async Task WriteAsync(
        Store store, string row, string? oldPath, TimeProvider time, CancellationToken cancellationToken) =>
        await (await store.Organizations).UpsertEntityAsync(
            new TableEntity(Partition, row) { ["At"] = time.GetUtcNow(), ["OldPath"] = oldPath },
            TableUpdateMode.Replace,
            cancellationToken);

    public static async Task<TableEntity?> FindAsync(Store store, string row, CancellationToken cancellationToken)
    {
        var found = await (await store.Organizations).GetEntityIfExistsAsync<TableEntity>(
            Partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    public static async Task RemoveAsync(Store store, string row, CancellationToken cancellationToken) =>
        await (await store.Organizations).DeleteEntityAsync(Partition, row, ETag.All, cancellationToken);

    public static async Task<List<TableEntity>> AllAsync(Store store, CancellationToken cancellationToken)
    {
        var notes = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var note in (await store.Organizations).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            notes.Add(note);
        }

        return notes;
    }
}
