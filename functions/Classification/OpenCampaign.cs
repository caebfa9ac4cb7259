using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>
/// Opens a campaign and lays the obligations of the steps whose opening day has come; <see cref="OpenPeriods"/> lays the
/// later ones, and those of units that come later. Opening again adds only what is absent.
/// </summary>
public sealed class OpenCampaign(ICampaigns campaigns, OpenSteps openSteps, PartyCalendar calendar)
{
    public async Task<OpeningOutcome> RunAsync(int year, string actor, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.ChangeAsync(
            year,
            current => current?.State == CampaignState.Planned ? current with { State = CampaignState.Open } : null,
            actor,
            cancellationToken);
        return campaign?.State switch
        {
            null => new OpeningOutcome.Refused(CampaignRefusals.NotFound),
            CampaignState.Open => await OpenAsync(campaign, actor, cancellationToken),
            CampaignState.Closing => new OpeningOutcome.Refused(CampaignRefusals.Closing),
            _ => new OpeningOutcome.Refused(CampaignRefusals.Closed),
        };
    }

    private async Task<OpeningOutcome> OpenAsync(
        RatingCampaign campaign, string actor, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var steps = CampaignSchedule.StepsOf(campaign, today).ToList();
        var opened = steps.Count == 0
            ? StepsOpened.None
            : await openSteps.RunAsync(steps, today, actor, cancellationToken);
        return new OpeningOutcome.Opened(opened.Created, opened.Existing);
    }
}

/// <summary>What became of an attempt to open a campaign.</summary>
public abstract record OpeningOutcome
{
    private OpeningOutcome()
    {
    }

    public sealed record Opened(int Created, int Existing) : OpeningOutcome;

    /// <summary>See <see cref="CampaignRefusals"/>.</summary>
    public sealed record Refused(string Code) : OpeningOutcome;
}
