using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Daily, checks a part of the trails, so that every one had its turn within a week.</summary>
internal sealed class VerifySomeTrails(VerifySlice verify, IOrganizations organizations) : IHousework
{
    private const int DaysPerRound = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var units = await organizations.SubtreeAsync(null, cancellationToken).CountAsync(cancellationToken);
        if (units > 0)
        {
            await verify.RunAsync((units + DaysPerRound - 1) / DaysPerRound, cancellationToken);
        }
    }
}
