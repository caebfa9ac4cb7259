using ServerlessParty.Obligations;

namespace ServerlessParty.Classification;

/// <summary>
/// What the form for a new campaign is filled with. No central rule names these days: provinces set their own, mostly of
/// this shape (cells in early December, each level above a little later, the province by the end of January), so nothing
/// here is used until a person has read and saved it.
/// </summary>
internal static class CampaignProposal
{
    private const string RuleSet = "366-2025";

    private static readonly (ObligationKind Kind, string[] UnitKinds, int Years, int Month, int Day)[] Shape =
    [
        (ObligationKind.MemberRatings, ["GrassrootsCell", "SubordinateCell", "Cell"], 0, 12, 5),
        (ObligationKind.OrganizationRating, ["GrassrootsCell", "SubordinateCell", "Cell"], 0, 12, 5),
        (ObligationKind.OrganizationRating, ["GrassrootsCommittee", "Sectional"], 0, 12, 15),
        (ObligationKind.OrganizationRating, ["DirectSubordinate", "UpperGrassroots", "District"], 0, 12, 20),
        (ObligationKind.OrganizationRating, ["Provincial"], 1, 1, 31),
    ];

    public static CampaignBody For(int year, UnitKinds kinds) => new(
        ClassificationTexts.Format("Campaign.NewName", year),
        RuleSet,
        [.. Shape.Select(s => new StepBody(
            s.Kind.Value,
            [.. s.UnitKinds.Where(k => kinds.All.Any(known => known.Value == k))],
            new DateOnly(year, 11, 1),
            new DateOnly(year + s.Years, s.Month, s.Day)))]);
}
