using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Classification;

/// <summary>A closed campaign never changes, and one that is closing does not either: its rating papers are sealed.</summary>
public sealed class ClosedCampaigns(ICampaigns campaigns) : ISealedPeriods
{
    public async Task<bool> IsSealedAsync(ObligationKind kind, Period period, CancellationToken cancellationToken) =>
        kind.Family == CampaignRules.Family
        && int.TryParse(period.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && await campaigns.FindAsync(year, cancellationToken)
            is { State: CampaignState.Closing or CampaignState.Closed };
}
