using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>How far a campaign is, by branch.</summary>
public sealed class CampaignProgress(ICampaigns campaigns, Progress progress, PartyCalendar calendar)
{
    /// <returns>Null when there is no such campaign.</returns>
    public async Task<ProgressReport?> RunAsync(int year, OrganizationId? under, CancellationToken cancellationToken)
    {
        if (await campaigns.FindAsync(year, cancellationToken) is not { } campaign)
        {
            return null;
        }

        var today = calendar.Today;
        var (first, last) = CampaignDues.Range(campaign, today);
        return await progress.RunAsync(
            new(under, first, last, item => CampaignDues.Holds(campaign, item)), today, cancellationToken);
    }
}
