namespace ServerlessParty.Storage;

/// <summary>Behind which unit the next slice of the comparison begins; empty for the first.</summary>
internal sealed class DueCursor(Store store)
{
    private const string Partition = "cursor";
    private const string Row = "due";

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var found = await (await store.Settings).GetEntityIfExistsAsync<TableEntity>(
            Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("After") ?? "" : "";
    }

    public async Task SetAsync(string after, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, Row) { ["After"] = after }, TableUpdateMode.Replace, cancellationToken);
}
