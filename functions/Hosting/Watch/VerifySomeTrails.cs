using ServerlessParty.Audit;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Daily, behind the day's anchor, checks a part of the trails, so that every one had its turn within a week.</summary>
internal sealed class VerifySomeTrails(VerifySlice verify) : IHousework
{
    private const int DaysPerRound = 7;

    public Task RunAsync(CancellationToken cancellationToken) => verify.RunAsync(DaysPerRound, cancellationToken);
}
