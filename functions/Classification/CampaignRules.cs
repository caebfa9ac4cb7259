using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>What a campaign may say, and what may still change once units owe by it.</summary>
public static class CampaignRules
{
    /// <summary>What papers a campaign may ask for: a minutes step would not follow the year.</summary>
    public const string Family = "rating";

    /// <summary>The first thing wrong with <paramref name="campaign"/> by itself, as a refusal code; null when nothing is.</summary>
    public static string? Flaw(RatingCampaign campaign, IReadOnlySet<KindCode> knownKinds)
    {
        if (campaign.Year is < RatingCampaign.FirstYear or > RatingCampaign.LastYear)
        {
            return CampaignRefusals.Year;
        }

        if (string.IsNullOrWhiteSpace(campaign.Name) || campaign.Name.Length > RatingCampaign.MaxNameLength)
        {
            return CampaignRefusals.Name;
        }

        return Token.IsValid(campaign.RuleSet) ? StepsFlaw(campaign, knownKinds) : CampaignRefusals.RuleSet;
    }

    /// <summary>
    /// What becomes of <paramref name="current"/> when <paramref name="wanted"/>, flawless by itself, is put over it.
    /// Planned: anything. Open: names, further steps, opening days still to come and due days may change; a moved due day
    /// leaves its old one in <see cref="CampaignStep.MovedFrom"/>. Closing and closed: nothing.
    /// </summary>
    public static CampaignOutcome Revise(RatingCampaign? current, RatingCampaign wanted, DateOnly today) =>
        current?.State switch
        {
            null or CampaignState.Planned => new CampaignOutcome.Saved(wanted with { State = CampaignState.Planned }),
            CampaignState.Open => ReviseOpen(current, wanted, today),
            CampaignState.Closing => new CampaignOutcome.Refused(CampaignRefusals.Closing),
            _ => new CampaignOutcome.Refused(CampaignRefusals.Closed),
        };

    private static CampaignOutcome ReviseOpen(RatingCampaign current, RatingCampaign wanted, DateOnly today)
    {
        var pairs = wanted.Steps
            .Select(step => (Old: current.Steps.FirstOrDefault(step.IsSameStepAs), New: step))
            .ToList();
        var flaw = pairs.Count(p => p.Old is not null) < current.Steps.Count
            ? CampaignRefusals.StepFixed
            : pairs.Select(p => MoveFlaw(p.Old, p.New, today)).FirstOrDefault(f => f is not null);
        return flaw is null
            ? new CampaignOutcome.Saved(
                wanted with { State = CampaignState.Open, Steps = [.. pairs.Select(p => Moved(p.Old, p.New))] })
            : new CampaignOutcome.Refused(flaw);
    }

    private static string? MoveFlaw(CampaignStep? old, CampaignStep step, DateOnly today)
    {
        if (old is null || (old.OpensOn == step.OpensOn && old.DueOn == step.DueOn))
        {
            return null;
        }

        if (old.OpensOn != step.OpensOn && old.OpensOn <= today)
        {
            return CampaignRefusals.StepFixed;
        }

        if (old.DueOn != step.DueOn && !ObligationRules.MayBeDueOn(step.DueOn, today))
        {
            return CampaignRefusals.MovedDueOn;
        }

        return old.DueOn != step.DueOn && old.MovedFrom is not null ? CampaignRefusals.Moving : null;
    }

    private static CampaignStep Moved(CampaignStep? old, CampaignStep step) =>
        step with { MovedFrom = old is null || old.DueOn == step.DueOn ? old?.MovedFrom : old.DueOn };

    private static string? StepsFlaw(RatingCampaign campaign, IReadOnlySet<KindCode> knownKinds)
    {
        if (campaign.Steps.Count is 0 or > RatingCampaign.MaxSteps)
        {
            return CampaignRefusals.Steps;
        }

        var flaw = campaign.Steps.Select(s => StepFlaw(s, campaign.Year, knownKinds)).FirstOrDefault(f => f is not null);
        var asked = campaign.Steps.SelectMany(s => s.UnitKinds.Select(k => (s.Kind, k))).ToList();
        return flaw ?? (asked.Distinct().Count() < asked.Count ? CampaignRefusals.Overlap : null);
    }

    private static string? StepFlaw(CampaignStep step, int year, IReadOnlySet<KindCode> knownKinds)
    {
        if (step.Kind.Family != Family)
        {
            return CampaignRefusals.Kind;
        }

        if (step.UnitKinds.Count == 0
            || !step.UnitKinds.All(knownKinds.Contains)
            || step.UnitKinds.Distinct().Count() < step.UnitKinds.Count)
        {
            return CampaignRefusals.UnitKinds;
        }

        // The work year crosses January, and a late campaign may run through the whole next year.
        var isInReach = step.OpensOn.Year >= year && step.DueOn.Year <= year + 2;
        return isInReach && step.OpensOn <= step.DueOn ? null : CampaignRefusals.DueOn;
    }
}
