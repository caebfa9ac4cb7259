using ServerlessParty.Storage.Upgrades;

namespace ServerlessParty.Hosting.Timers;

/// <summary>Brings the store to this version before the first run, counts runs, and keeps those that an operator wants to see.</summary>
internal sealed partial class RunWatch(UpgradeStore upgrade, IRunHistory history, TimeProvider time, ILogger<RunWatch> logger)
    : IRunWatch
{
    /// <summary>What an upgrade may take of a run's time; the next run goes on with it.</summary>
    private static readonly TimeSpan UpgradePatience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(10);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(UpgradePatience, time);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await upgrade.RunAsync(limits.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The run itself fails where it cannot do without.
            LogUpgradeUnfinished(failure);
        }
    }

    public async Task EndAsync(RunRecord run)
    {
        RunMeasures.Ended(run, RunCounts.Numbers(run.Counts));
        if (run.Ending is RunEnding.Finished && !RunCounts.SayAnything(run.Counts))
        {
            return;
        }

        LogRun(run.Function, run.Ending, run.Took.TotalSeconds, run.Counts ?? run.Failure);
        using var patience = new CancellationTokenSource(WritePatience, time);
        try
        {
            await history.AddAsync(run, patience.Token);
        }
        catch (Exception failure)
        {
            LogNotKept(run.Function, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Function} {Ending} after {Seconds:0.000} s: {Counts}")]
    private partial void LogRun(string function, RunEnding ending, double seconds, string? counts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store's upgrade is not finished; the next run goes on")]
    private partial void LogUpgradeUnfinished(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run of {Function} is not in the list of runs")]
    private partial void LogNotKept(string function, Exception failure);
}
