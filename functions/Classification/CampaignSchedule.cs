using ServerlessParty.Audit;
using ServerlessParty.Obligations;

namespace ServerlessParty.Classification;

/// <summary>The steps of open campaigns whose opening day has come; they take in units until the campaign closes.</summary>
public sealed class CampaignSchedule(ICampaigns campaigns, FollowMovedSteps followMovedSteps) : IObligationSchedule
{
    public async Task<IReadOnlyList<OpeningStep>> OpenStepsAsync(DateOnly today, CancellationToken cancellationToken) =>
        [.. (await campaigns.AllAsync(cancellationToken)).SelectMany(c => StepsOf(c, today))];

    public async Task CatchUpAsync(DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var campaign in await campaigns.AllAsync(cancellationToken))
        {
            if (campaign.State == CampaignState.Open)
            {
                await followMovedSteps.RunAsync(campaign, today, AuditNote.System, cancellationToken);
            }
        }
    }

    internal static IEnumerable<OpeningStep> StepsOf(RatingCampaign campaign, DateOnly today) =>
        campaign.State == CampaignState.Open
            ? campaign.Steps.Where(s => s.OpensOn <= today).Select(s => s.ToOpening(campaign.Period))
            : [];
}
