using ServerlessParty.Obligations;

namespace ServerlessParty.Classification;

/// <summary>How far a campaign is, as the API shows it.</summary>
public sealed record ProgressJson(
    int Year, string? Under, ProgressCount Total, IReadOnlyList<BranchJson> Items, string? Next)
{
    public static ProgressJson Of(int year, ProgressReport report) => new(
        year, report.Top?.Id.Value, report.Total, [.. report.Rows.Select(BranchJson.Of)], null);
}

public sealed record BranchJson(
    string OrganizationId,
    string Name,
    int Owed,
    int Done,
    int Late,
    int Open,
    IReadOnlyList<KindJson> Kinds)
{
    internal static BranchJson Of(ProgressRow row) => new(
        row.Unit.Id.Value,
        row.Unit.Name,
        row.Total.Owed,
        row.Total.Done,
        row.Total.Late,
        row.Total.Open,
        [.. row.Kinds.Select(k => new KindJson(k.Kind.Value, k.Count.Owed, k.Count.Done, k.Count.Late, k.Count.Open))]);
}

public sealed record KindJson(string Kind, int Owed, int Done, int Late, int Open);
