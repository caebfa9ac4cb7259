namespace ServerlessParty.Hosting.Timers;

/// <summary>How a run ended.</summary>
public enum RunEnding
{
    /// <summary>It did all there was to do.</summary>
    Finished,

    /// <summary>Another run of the function was under way; this one did nothing.</summary>
    Busy,

    /// <summary>It met its deadline or lost its lease; the next run goes on where it stopped.</summary>
    CutShort,

    /// <summary>There is no such function.</summary>
    Unknown,

    /// <summary>It threw; only said of runs in the past.</summary>
    Failed,
}

/// <param name="Counts">What a finished run did; null otherwise.</param>
public sealed record RunOutcome(RunEnding Ending, object? Counts = null);
