using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class RunFunctionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly InMemoryRunLeases _leases = new();
    private readonly RememberedRuns _watch = new();
    private readonly StoppedClock _clock = new(Now);

    [Fact]
    public async Task A_finished_run_answers_its_counts_and_notes_when_it_began()
    {
        var run = Run((_, _) =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult<object>(7);
        });

        var outcome = await run.RunAsync("Probe", null, default);

        Assert.Equal(new RunOutcome(RunEnding.Finished, 7), outcome);
        Assert.Equal(Now, _leases.LastRuns["Probe"]);
        Assert.False(_leases.IsHeld("Probe"));
    }

    [Fact]
    public async Task A_run_holds_its_lease_so_that_another_is_busy()
    {
        var outcomes = new List<RunEnding>();
        RunFunction? run = null;
        run = Run(async (_, token) =>
        {
            outcomes.Add((await run!.RunAsync("Probe", null, token)).Ending);
            return 0;
        });

        outcomes.Add((await run.RunAsync("Probe", null, default)).Ending);

        Assert.Equal([RunEnding.Busy, RunEnding.Finished], outcomes);
    }

    [Fact]
    public async Task A_run_that_loses_its_lease_is_cut_short_and_not_noted()
    {
        var run = Run(async (_, token) =>
        {
            await _leases.LoseAsync("Probe");
            token.ThrowIfCancellationRequested();
            return 0;
        });

        Assert.Equal(RunEnding.CutShort, (await run.RunAsync("Probe", null, default)).Ending);
        Assert.Empty(_leases.LastRuns);
    }

    [Fact]
    public async Task A_run_is_cut_short_at_its_deadline_well_before_the_host_would_kill_it()
    {
        var clock = new AlarmClock();
        var run = Run(
            async (_, token) =>
            {
                clock.Ring();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return 0;
            },
            clock);

        Assert.Equal(RunEnding.CutShort, (await run.RunAsync("Probe", null, default)).Ending);
        Assert.Equal(RunFunction.Deadline, clock.SetTo);
        Assert.InRange(RunFunction.Deadline, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(9));
    }

    [Fact]
    public async Task A_run_is_told_with_what_it_did_and_how_long_it_took()
    {
        var run = Run((_, _) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(90));
            return Task.FromResult<object>(new { HandedOver = 3 });
        });

        await run.RunAsync("Probe", null, default);

        var told = Assert.Single(_watch.Runs);
        Assert.Equal(("Probe", Now, RunEnding.Finished), (told.Function, told.StartedAt, told.Ending));
        Assert.Equal("""{"handedOver":3}""", told.Counts);
        Assert.NotNull(told.Invocation);
    }

    [Fact]
    public async Task A_failure_is_told_by_its_type_and_never_by_what_it_quotes()
    {
        var run = Run((_, _) => throw new InvalidOperationException(
            "binh@example.org", new Azure.RequestFailedException(503, "Nguyễn Văn Thử", "ServerBusy", null)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => run.RunAsync("Probe", null, default));

        var told = Assert.Single(_watch.Runs);
        Assert.Equal(
            (RunEnding.Failed, "InvalidOperationException < RequestFailedException 503 ServerBusy"), (told.Ending, told.Failure));
    }

    [Fact]
    public async Task A_trial_for_another_day_is_not_kept()
    {
        await Run((_, _) => Task.FromResult<object>(7)).RunAsync("Probe", Now.AddDays(9), default);

        Assert.Empty(_watch.Runs);
    }

    [Fact]
    public async Task The_calendar_of_another_day_starts_there_and_goes_on()
    {
        var seen = new List<DateTimeOffset>();
        var asOf = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var run = Run((calendar, _) =>
        {
            seen.Add(calendar.Now);
            _clock.Advance(TimeSpan.FromMinutes(5));
            seen.Add(calendar.Now);
            return Task.FromResult<object>(0);
        });

        await run.RunAsync("Probe", asOf, default);

        Assert.Equal([asOf, asOf.AddMinutes(5)], seen);
    }

    private RunFunction Run(Func<PartyCalendar, CancellationToken, Task<object>> body, TimeProvider? time = null)
    {
        var clock = new RunClock(time ?? _clock);
        var services = new ServiceCollection()
            .AddSingleton(new PartyCalendar(clock, new HashSet<DateOnly>(), SendingHours.Default))
            .BuildServiceProvider();
        var function = new TimerFunction("Probe", (_, calendar, token) => body(calendar, token));
        return new([function], _leases, services.GetRequiredService<IServiceScopeFactory>(), clock, _watch, NullLogger<RunFunction>.Instance);
    }

    /// <summary>Rings when the test says so.</summary>
    private sealed class AlarmClock : TimeProvider
    {
        private Action _ring = () => { };

        public TimeSpan SetTo { get; private set; }

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            SetTo = dueTime;
            _ring = () => callback(state);
            return new HastyClock(Now).CreateTimer(_ => { }, null, TimeSpan.Zero, period);
        }
    }
}
