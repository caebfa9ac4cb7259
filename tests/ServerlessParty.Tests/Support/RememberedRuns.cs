using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Tests.Support;

/// <summary>What a watch was told.</summary>
internal sealed class RememberedRuns : IRunWatch
{
    public List<RunRecord> Runs { get; } = [];

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndAsync(RunRecord run)
    {
        lock (Runs)
        {
            Runs.Add(run);
        }

        return Task.CompletedTask;
    }
}
