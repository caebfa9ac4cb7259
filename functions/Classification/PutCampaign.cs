using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>
/// Writes a year's campaign. On an open one a moved due day becomes a run of extensions over the obligations that still
/// have the step's old due day; it goes on where it was cut when the same is put again, and by the hourly timer. Putting
/// the same twice changes nothing.
/// </summary>
public sealed class PutCampaign(
    ICampaigns campaigns, FollowMovedSteps followMovedSteps, UnitKinds kinds, PartyCalendar calendar)
{
    public async Task<CampaignOutcome> RunAsync(
        RatingCampaign wanted, string actor, CancellationToken cancellationToken)
    {
        if (CampaignRules.Flaw(wanted, kinds.All) is { } flaw)
        {
            return new CampaignOutcome.Refused(flaw);
        }

        var today = calendar.Today;
        await FinishEarlierAsync(wanted.Year, today, actor, cancellationToken);
        var outcome = await ReviseAsync(wanted, today, actor, cancellationToken);
        return outcome is CampaignOutcome.Saved saved
            ? new CampaignOutcome.Saved(
                await followMovedSteps.RunAsync(saved.Campaign, today, actor, cancellationToken))
            : outcome;
    }

    private async Task FinishEarlierAsync(int year, DateOnly today, string actor, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(year, cancellationToken) is { } current)
        {
            await followMovedSteps.RunAsync(current, today, actor, cancellationToken);
        }
    }

    private async Task<CampaignOutcome> ReviseAsync(
        RatingCampaign wanted, DateOnly today, string actor, CancellationToken cancellationToken)
    {
        CampaignOutcome outcome = new CampaignOutcome.Refused(CampaignRefusals.NotFound);
        await campaigns.ChangeAsync(
            wanted.Year,
            current =>
            {
                outcome = CampaignRules.Revise(current, wanted, today);
                return outcome is CampaignOutcome.Saved saved && current?.SaysTheSameAs(saved.Campaign) != true
                    ? saved.Campaign
                    : null;
            },
            actor,
            cancellationToken);
        return outcome;
    }
}
