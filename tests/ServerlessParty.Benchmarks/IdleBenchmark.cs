using System.Globalization;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>
/// What storage is asked in a month in which nobody owes anything: every slot of every timer of two working days and a Sunday in one
/// process that stays, counted and carried to 30 days (26 and 4), and what a process that is new for each run asks.
/// </summary>
internal static class IdleBenchmark
{
    private const int Units = 4_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await FillAsync(connection);
        var clock = new MovingClock();
        await using var office = Office.Open(connection, "idle", clock: clock);
        var slots = Slots("2026-11-26", 1).ToList();
        await CountAsync(office, clock, slots);
        var (workday, sunday) = (
            await CountAsync(office, clock, Slots("2026-11-27", 1)), await CountAsync(office, clock, Slots("2026-11-29", 1)));
        var month = (26 * workday) + (4 * sunday);
        var cold = await ColdAsync(connection);
        return
        [
            Figure.Of("An idle month, 4,000 units, a process that stays: requests, against one for each run", month, 30 * slots.Count, "requests", null),
            Figure.Of("An idle run of each of the five timers in new processes: requests, against one for each run", cold, 5, "requests", null),
        ];
    }

    private static async Task FillAsync(string connection)
    {
        await using var office = Office.Open(connection, "idle");
        await office.Get<IOrganizations>().SaveAllAsync(Trees.Flat(Units), "bench", default);
        await office.ArmAsync();
    }

    private static async Task<int> CountAsync(
        Office office, MovingClock clock, IEnumerable<(string Function, DateTimeOffset At)> slots)
    {
        var before = office.Requests;
        foreach (var (function, at) in slots)
        {
            clock.SetTo(at);
            await office.Get<RunFunction>().RunAsync(function, asOf: null, default);
        }

        return office.Requests - before;
    }

    private static async Task<int> ColdAsync(string connection)
    {
        var requests = 0;
        foreach (var schedule in Schedules)
        {
            await using var office = Office.Open(connection, "idle");
            await office.Get<RunFunction>().RunAsync(schedule.Function, asOf: null, default);
            requests += office.Requests;
        }

        return requests;
    }

    /// <summary>How often each timer runs in a day.</summary>
    public static IEnumerable<(string Function, int Slots)> SlotsPerDay() =>
        Slots("2026-11-26", 1).CountBy(s => s.Function).Select(s => (s.Key, s.Value));

    private static IReadOnlyList<TimerSchedule> Schedules { get; } = TimerSchedule.ReadAll(AppContext.BaseDirectory);

    /// <summary>All slots from a day on, UTC, in the order of time.</summary>
    private static IEnumerable<(string Function, DateTimeOffset At)> Slots(string from, int days)
    {
        var first = DateTimeOffset.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return Schedules.SelectMany(s => Of(s, first, first.AddDays(days))).OrderBy(s => s.At);
    }

    private static IEnumerable<(string Function, DateTimeOffset At)> Of(TimerSchedule schedule, DateTimeOffset first, DateTimeOffset end)
    {
        for (var at = schedule.Next(first.AddSeconds(-1)); at < end; at = schedule.Next(at))
        {
            yield return (schedule.Function, at);
        }
    }
}

/// <summary>Stands where it was last set.</summary>
internal sealed class MovingClock : TimeProvider
{
    private DateTimeOffset _now;

    public void SetTo(DateTimeOffset instant) => _now = instant;

    public override DateTimeOffset GetUtcNow() => _now;
}
