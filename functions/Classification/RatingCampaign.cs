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
    public const int FirstYear = 2008;
    public const int LastYear = 2100;
    public const int MaxNameLength = 200;
    public const int MaxSteps = 20;

    public Period Period => Period.Year(Year);

    /// <summary>Whether both say the same, whatever the order of unit kinds.</summary>
    public bool SaysTheSameAs(RatingCampaign other) =>
        this with { Steps = other.Steps } == other
        && Steps.Count == other.Steps.Count
        && Steps.Zip(other.Steps).All(pair => pair.First.SaysTheSameAs(pair.Second));
}

/// <summary>Units of some kinds owe one paper by one day.</summary>
/// <param name="OpensOn">The first day the obligation exists, inclusive.</param>
/// <param name="DueOn">The last day on time, inclusive; on or after <paramref name="OpensOn"/>.</param>
/// <param name="MovedFrom">The due day before, while obligations still follow to the new one; null when none is left behind.</param>
public sealed record CampaignStep(
    ObligationKind Kind,
    IReadOnlyList<KindCode> UnitKinds,
    DateOnly OpensOn,
    DateOnly DueOn,
    DateOnly? MovedFrom = null)
{
    /// <summary>Whether both ask the same paper of the same units, on whatever days.</summary>
    public bool IsSameStepAs(CampaignStep other) => Kind == other.Kind && UnitKinds.ToHashSet().SetEquals(other.UnitKinds);

    public bool SaysTheSameAs(CampaignStep other) =>
        IsSameStepAs(other) && this with { UnitKinds = other.UnitKinds } == other;

    /// <summary>The step as what opens obligations sees it.</summary>
    public OpeningStep ToOpening(Period period) => new(Kind, period, UnitKinds.ToHashSet(), OpensOn, DueOn);
}

/// <summary>The campaigns; few rows.</summary>
public interface ICampaigns
{
    Task<IReadOnlyList<RatingCampaign>> AllAsync(CancellationToken cancellationToken);

    Task<RatingCampaign?> FindAsync(int year, CancellationToken cancellationToken);

    /// <summary>Writes the answer of <paramref name="decide"/> (null: leave it) and asks again when somebody else was faster; the audit entry lies in the campaign's own chain <c>campaign.{year}</c>.</summary>
    Task<RatingCampaign?> ChangeAsync(
        int year, Func<RatingCampaign?, RatingCampaign?> decide, string actor, CancellationToken cancellationToken);
}
