namespace ServerlessParty.Tests.Support;

/// <summary>A clock on which every wait is over at once, by moving its hands: schedules of weeks run in a moment.</summary>
internal sealed class HastyClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _hands = new();
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_hands)
        {
            return _now;
        }
    }

    public void Advance(TimeSpan by)
    {
        lock (_hands)
        {
            _now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Deadlines are long; the waits of the scheduler are at most a minute.
        if (dueTime <= TimeSpan.FromMinutes(1))
        {
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Elapsed();
    }

    private sealed class Elapsed : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
