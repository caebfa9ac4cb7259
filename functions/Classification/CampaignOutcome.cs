namespace ServerlessParty.Classification;

/// <summary>What became of an attempt to write a campaign.</summary>
public abstract record CampaignOutcome
{
    private CampaignOutcome()
    {
    }

    /// <summary>It is as wanted, now or since before.</summary>
    public sealed record Saved(RatingCampaign Campaign) : CampaignOutcome;

    /// <summary>It stays as it is; see <see cref="CampaignRefusals"/>.</summary>
    public sealed record Refused(string Code) : CampaignOutcome;
}

/// <summary>The stable words by which programs know why a campaign was refused.</summary>
public static class CampaignRefusals
{
    public const string NotFound = "campaign.notFound";
    public const string Year = "campaign.year";
    public const string Name = "campaign.name";
    public const string RuleSet = "campaign.ruleSet";

    /// <summary>None, or more than <see cref="RatingCampaign.MaxSteps"/> steps.</summary>
    public const string Steps = "campaign.steps";

    /// <summary>A step asks for something that is no rating paper.</summary>
    public const string Kind = "campaign.kind";

    /// <summary>A step names no unit kind, an unknown one, or one twice.</summary>
    public const string UnitKinds = "campaign.unitKinds";

    /// <summary>A due day lies before the opening day, or outside the years a campaign may reach.</summary>
    public const string DueOn = "campaign.dueOn";

    /// <summary>Two steps ask the same paper of one kind of unit.</summary>
    public const string Overlap = "campaign.overlap";

    /// <summary>A step of an open campaign was left out, or its opening day changed after it had come.</summary>
    public const string StepFixed = "campaign.stepFixed";

    /// <summary>A due day moved on an open campaign lies in the past or too far away.</summary>
    public const string MovedDueOn = "campaign.movedDueOn";

    /// <summary>Obligations still follow an earlier move of the same step.</summary>
    public const string Moving = "campaign.moving";

    public const string NotOpen = "campaign.notOpen";

    /// <summary>Something of the campaign is not finished.</summary>
    public const string Open = "campaign.open";

    /// <summary>It is being closed.</summary>
    public const string Closing = "campaign.closing";

    public const string Closed = "campaign.closed";
}
