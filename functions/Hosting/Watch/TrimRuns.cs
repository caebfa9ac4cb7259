using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Keeps the list of runs short.</summary>
internal sealed class TrimRuns(IRunHistory history) : IHousework
{
    /// <summary>How many runs of a function stay.</summary>
    public const int Kept = 20;

    public Task RunAsync(CancellationToken cancellationToken) => history.TrimAsync(Kept, cancellationToken);
}
