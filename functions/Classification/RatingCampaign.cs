using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

public enum CampaignState
{
    Planned,
    Open,
    Closing,
    Closed,
}

/// <summary>One year's classification: which units owe which papers by which day.</summary>
/// <param name="Year">The year being rated; its due days may lie in the next year. 2008 to 2100.</param>
/// <param name="RuleSet">The regulation in force for that year: <c>366-2025</c>.</param>
public sealed record RatingCampaign(
    int Year, string Name, string RuleSet, IReadOnlyList<CampaignStep> Steps, CampaignState State)
{
    public Period Period => Period.Year(Year);
}

/// <summary>Units of some kinds owe one paper by one day.</summary>
/// <param name="OpensOn">The first day the obligation exists, inclusive.</param>
/// <param name="DueOn">The last day on time, inclusive; on or after <paramref name="OpensOn"/>.</param>
public sealed record CampaignStep(
    ObligationKind Kind, IReadOnlyList<KindCode> UnitKinds, DateOnly OpensOn, DateOnly DueOn);

/// <summary>The campaigns; few rows.</summary>
public interface ICampaigns
{
    Task<IReadOnlyList<RatingCampaign>> AllAsync(CancellationToken cancellationToken);

    Task<RatingCampaign?> FindAsync(int year, CancellationToken cancellationToken);

    /// <summary>Writes the answer of <paramref name="decide"/> (null: leave it) and asks again when somebody else was faster; the audit entry lies in the campaign's own chain <c>campaign.{year}</c>.</summary>
    Task<RatingCampaign?> ChangeAsync(
        int year, Func<RatingCampaign?, RatingCampaign?> decide, string actor, CancellationToken cancellationToken);
}
