using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Knows of every timer when it last ran to its end, when it is due, and whether it is late.</summary>
internal sealed class TimerWatch(IReadOnlyList<TimerSchedule> schedules, IRunLeases leases, TimeProvider time)
{
    /// <summary>Past its second missed slot a timer is late; before, the Functions host may just be slow to wake.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly Lock _gate = new();
    private (Task<IReadOnlyList<TimerState>> States, DateTimeOffset At)? _known;

    /// <summary>Whether this way of running has timers at all.</summary>
    public bool IsOn => schedules.Count > 0;

    /// <summary>All timers by name; asks the store twice a minute at most, whether or not it answers.</summary>
    public Task<IReadOnlyList<TimerState>> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_known is not { } known || now < known.At || now - known.At >= Freshness)
            {
                // Of nobody's request: who goes away takes the answer from no other.
                _known = known = (ReadAsync(now), now);
            }

            return known.States.WaitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<TimerState>> ReadAsync(DateTimeOffset now)
    {
        if (!IsOn)
        {
            return [];
        }

        var last = await leases.LastRunsAsync(CancellationToken.None);
        return
        [
            .. schedules.Select(schedule => StateOf(
                schedule, last.StartedAt.TryGetValue(schedule.Function, out var at) ? at : null, last.Since ?? _began, now)),
        ];
    }

    /// <summary>A timer that never ran is measured from the first run of any.</summary>
    private static TimerState StateOf(TimerSchedule schedule, DateTimeOffset? last, DateTimeOffset since, DateTimeOffset now)
    {
        var secondSlot = schedule.Next(schedule.Next(last ?? since));
        return new(schedule.Function, last, schedule.Next(now), now > secondSlot + Grace);
    }
}

/// <param name="LastRun">When the last complete run began; null when there was none.</param>
/// <param name="Next">The next slot of its schedule.</param>
/// <param name="IsLate">Whether two slots passed without a complete run.</param>
internal sealed record TimerState(string Function, DateTimeOffset? LastRun, DateTimeOffset Next, bool IsLate);
