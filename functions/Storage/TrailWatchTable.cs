using ServerlessParty.Audit;

namespace ServerlessParty.Storage;

/// <summary>What the watch over the trails found: one row of <c>Settings</c>.</summary>
internal sealed class TrailWatchTable(Store store) : ITrailWatch
{
    private const string Partition = "audit";
    private const string Row = "watched";

    public async Task<TrailsWatched> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await (await store.Settings).GetEntityIfExistsAsync<TableEntity>(
            Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue
            ? new(
                found.Value!.GetDateTimeOffset("CheckedAt"), found.Value.GetString("Broken"),
                found.Value.GetString("FoundOn") is { } day ? Keys.ParseDay(day) : null)
            : TrailsWatched.Never;
    }

    public async Task WriteAsync(TrailsWatched watched, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, Row)
            {
                ["CheckedAt"] = watched.CheckedAt,
                ["Broken"] = watched.Broken,
                ["FoundOn"] = watched.FoundOn is { } day ? Keys.Day(day) : null,
            },
            TableUpdateMode.Replace,
            cancellationToken);
}
