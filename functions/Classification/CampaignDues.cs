using ServerlessParty.Obligations;

namespace ServerlessParty.Classification;

/// <summary>Where in the projection by due day a campaign's obligations lie.</summary>
internal static class CampaignDues
{
    /// <summary>
    /// The due days that obligations of <paramref name="campaign"/> can have: none before the first opening, since no due
    /// day moves into the past; an extension reaches at most <see cref="ObligationRules.MaxDaysAhead"/> days from the day it is made.
    /// </summary>
    public static (DateOnly First, DateOnly Last) Range(RatingCampaign campaign, DateOnly today)
    {
        var lastDue = campaign.Steps.Max(s => s.DueOn);
        var last = lastDue > today ? lastDue : today;
        return (campaign.Steps.Min(s => s.OpensOn), last.AddDays(ObligationRules.MaxDaysAhead));
    }

    public static bool Holds(RatingCampaign campaign, DueItem item) =>
        item.Key.Period == campaign.Period && item.Key.Kind.Family == CampaignRules.Family;
}
