namespace ServerlessParty.Storage;

/// <summary>A word that changes whenever the tree does, so that work over all units can see that there is nothing new.</summary>
internal sealed class OrganizationStamp(Store store)
{
    private const string Partition = "tree";
    private const string Row = "stamp";

    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        var found = await (await store.Settings).GetEntityIfExistsAsync<TableEntity>(
            Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("Stamp") : null;
    }

    /// <summary>Renews the word; called before and after a change, so that whoever read in between looks again.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, Row) { ["Stamp"] = Guid.NewGuid().ToString("N") },
            TableUpdateMode.Replace,
            cancellationToken);
}
