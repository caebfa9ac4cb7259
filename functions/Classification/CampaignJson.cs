using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>A campaign as it is asked for, by the API or a form; nothing in it is trusted yet.</summary>
public sealed record CampaignBody(string? Name, string? RuleSet, IReadOnlyList<StepBody>? Steps)
{
    /// <summary>The campaign meant, or the refusal code of what can't be read.</summary>
    public (RatingCampaign? Campaign, string? Flaw) Read(int year)
    {
        var steps = new List<CampaignStep>();
        foreach (var body in (Steps ?? []).Take(RatingCampaign.MaxSteps + 1))
        {
            var (step, flaw) = body.Read();
            if (step is null)
            {
                return (null, flaw);
            }

            steps.Add(step);
        }

        return (new(year, Name?.Trim() ?? "", RuleSet?.Trim() ?? "", steps, CampaignState.Planned), null);
    }

    public static CampaignBody Of(RatingCampaign campaign) =>
        new(campaign.Name, campaign.RuleSet, [.. campaign.Steps.Select(StepBody.Of)]);
}

/// <summary>A step as it is asked for.</summary>
public sealed record StepBody(string? Kind, IReadOnlyList<string>? UnitKinds, DateOnly? OpensOn, DateOnly? DueOn)
{
    internal (CampaignStep? Step, string? Flaw) Read()
    {
        if (!ObligationKind.TryParse(Kind, out var kind))
        {
            return (null, CampaignRefusals.Kind);
        }

        var kinds = (UnitKinds ?? []).Select(k => KindCode.TryParse(k, out var code) ? code : (KindCode?)null).ToList();
        if (kinds.Contains(null))
        {
            return (null, CampaignRefusals.UnitKinds);
        }

        return OpensOn is { } opensOn && DueOn is { } dueOn
            ? (new(kind, [.. kinds.OfType<KindCode>()], opensOn, dueOn), null)
            : (null, CampaignRefusals.DueOn);
    }

    internal static StepBody Of(CampaignStep step) =>
        new(step.Kind.Value, [.. step.UnitKinds.Select(k => k.Value)], step.OpensOn, step.DueOn);
}

/// <summary>A campaign as the API shows it.</summary>
public sealed record CampaignJson(int Year, string Name, string RuleSet, string State, IReadOnlyList<StepJson> Steps)
{
    public static CampaignJson Of(RatingCampaign campaign) => new(
        campaign.Year,
        campaign.Name,
        campaign.RuleSet,
        campaign.State.ToString(),
        [.. campaign.Steps.Select(s => new StepJson(
            s.Kind.Value, [.. s.UnitKinds.Select(k => k.Value)], s.OpensOn, s.DueOn, s.MovedFrom))]);
}

public sealed record StepJson(
    string Kind, IReadOnlyList<string> UnitKinds, DateOnly OpensOn, DateOnly DueOn, DateOnly? MovedFrom);

public sealed record CampaignListJson(IReadOnlyList<CampaignJson> Items, string? Next);

public sealed record OpenedJson(int Created, int Existing);
