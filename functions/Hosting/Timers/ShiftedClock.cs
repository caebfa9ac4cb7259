namespace ServerlessParty.Hosting.Timers;

/// <summary>A clock that shows <paramref name="asOf"/> now and goes on from there: an operator's run for another day.</summary>
internal sealed class ShiftedClock(TimeProvider time, DateTimeOffset asOf) : TimeProvider
{
    private readonly TimeSpan _shift = asOf - time.GetUtcNow();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => (time.GetUtcNow() + _shift).ToUniversalTime();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
