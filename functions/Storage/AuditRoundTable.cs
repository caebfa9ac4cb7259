using ServerlessParty.Audit;

namespace ServerlessParty.Storage;

/// <summary>Where the checking of the trails stands: one row of <c>Settings</c>.</summary>
internal sealed class AuditRoundTable(Store store) : IAuditRound
{
    private const string Partition = "audit";
    private const string Row = "round";

    public async Task<AuditRound> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await (await store.Settings).GetEntityIfExistsAsync<TableEntity>(
            Partition, Row, cancellationToken: cancellationToken);
        return found.HasValue
            ? new(
                found.Value!.GetString("After") ?? "", found.Value.GetDateTimeOffset("CheckedAt"),
                found.Value.GetString("Found"), found.Value.GetString("FoundBefore"))
            : AuditRound.None;
    }

    public async Task WriteAsync(AuditRound round, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, Row)
            {
                ["After"] = round.After,
                ["CheckedAt"] = round.CheckedAt,
                ["Found"] = round.Found,
                ["FoundBefore"] = round.FoundBefore,
            },
            TableUpdateMode.Replace,
            cancellationToken);
}
