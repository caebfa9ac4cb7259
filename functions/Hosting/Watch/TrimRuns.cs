using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Keeps the list of runs short.</summary>
internal sealed class TrimRuns(IEnumerable<TimerFunction> functions, IRunHistory history) : IHousework
{
    /// <summary>How many runs of a function stay.</summary>
    public const int Kept = 20;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var function in functions)
        {
            await history.TrimAsync(function.Name, Kept, cancellationToken);
        }
    }
}
