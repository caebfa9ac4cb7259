namespace ServerlessParty.Storage;

/// <summary>Where walks over the units, which go on another time, stand.</summary>
internal sealed class UnitCursors(Store store)
{
    /// <summary>The comparison of lines by due day with their dossiers.</summary>
    public const string Due = "due";

    /// <summary>A person's rebuilding of what minutes are found by.</summary>
    public const string Minutes = "minutes";

    private const string Partition = "cursor";

    /// <returns>Behind which unit the walk goes on; empty for the first.</returns>
    public async Task<string> GetAsync(string walk, CancellationToken cancellationToken)
    {
        var found = await (await store.Settings).GetEntityIfExistsAsync<TableEntity>(
            Partition, walk, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.GetString("After") ?? "" : "";
    }

    public async Task SetAsync(string walk, string after, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, walk) { ["After"] = after }, TableUpdateMode.Replace, cancellationToken);
}
