namespace ServerlessParty.Hosting.Timers;

/// <summary>A run that ended, for its operator.</summary>
/// <param name="Took">How long.</param>
/// <param name="Ending">Finished, cut short or failed.</param>
/// <param name="Counts">What it did, as a JSON object; null when it did not come to its end.</param>
/// <param name="Failure">Types and codes of what it failed with; holds nothing of a person.</param>
/// <param name="Invocation">The id that its records in the log carry.</param>
public sealed record RunRecord(
    string Function, DateTimeOffset StartedAt, TimeSpan Took, RunEnding Ending, string? Counts, string? Failure, string? Invocation);

/// <summary>Runs that changed something or went wrong. Of others only the last is known, from the lease: an idle store costs no write more.</summary>
public interface IRunHistory
{
    /// <summary>One small write.</summary>
    Task AddAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The newest first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<RunRecord>> LastAsync(string function, int take, CancellationToken cancellationToken);

    /// <summary>Takes away all but the newest <paramref name="keep"/> of each function.</summary>
    Task TrimAsync(int keep, CancellationToken cancellationToken);
}

/// <summary>Follows the runs of all functions.</summary>
internal interface IRunWatch
{
    /// <summary>Before a function's own work.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>After it, however it ended; never throws.</summary>
    Task EndAsync(RunRecord run);
}
