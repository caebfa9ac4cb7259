namespace ServerlessParty.Hosting.Timers;

/// <summary>
/// The clock of the whole app. It shows the real time, but inside an operator's run for another day that run's, so that
/// what the run stores carries the same day as what it decides.
/// </summary>
internal sealed class RunClock(TimeProvider real) : TimeProvider
{
    private readonly AsyncLocal<TimeProvider?> _run = new();

    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>From here on the calling flow, and nobody else, sees <paramref name="asOf"/> go on.</summary>
    public void Pretend(DateTimeOffset asOf) => _run.Value = new ShiftedClock(real, asOf);

    public override DateTimeOffset GetUtcNow() => (_run.Value ?? real).GetUtcNow();

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
