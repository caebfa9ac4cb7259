namespace ServerlessParty.Storage.Upgrades;

/// <summary>Behind which unit a person's rebuilding of what minutes are found by goes on; empty for the first.</summary>
internal sealed class MinutesRebuildCursor(Store store)
{
    private const string Partition = "cursor";
    private const string Row = "minutes";

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
