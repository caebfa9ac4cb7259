using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class OwnTimersTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 1, 0, TimeSpan.Zero);

    private readonly InMemoryRunLeases _leases = new();
    private readonly HastyClock _clock = new(Start);
    private readonly Channel<DateTimeOffset> _runs = Channel.CreateUnbounded<DateTimeOffset>();

    [Fact]
    public async Task A_function_runs_at_every_slot_of_its_schedule() =>
        Assert.Equal(
            [Start.AddMinutes(4), Start.AddMinutes(9), Start.AddMinutes(14)], await FirstRunsAsync(3, () => { }));

    [Fact]
    public async Task Slots_missed_while_the_app_was_down_give_one_run_at_start()
    {
        _leases.LastRuns["Probe"] = Start.AddDays(-3);

        Assert.Equal([Start, Start.AddMinutes(4)], await FirstRunsAsync(2, () => { }));
    }

    [Fact]
    public async Task A_start_that_missed_no_slot_waits_for_the_next()
    {
        _leases.LastRuns["Probe"] = Start.AddSeconds(-30);

        Assert.Equal([Start.AddMinutes(4)], await FirstRunsAsync(1, () => { }));
    }

    [Fact]
    public async Task A_failed_run_is_followed_by_the_next() =>
        Assert.Equal(
            [Start.AddMinutes(4), Start.AddMinutes(9)],
            await FirstRunsAsync(2, () => throw new InvalidOperationException("a bad day")));

    [Fact]
    public async Task Slots_that_pass_during_a_long_run_give_one_run_after_it()
    {
        var long_ = true;

        var runs = await FirstRunsAsync(3, () =>
        {
            _clock.Advance(long_ ? TimeSpan.FromMinutes(17) : TimeSpan.Zero);
            long_ = false;
        });

        Assert.Equal([Start.AddMinutes(4), Start.AddMinutes(21), Start.AddMinutes(24)], runs);
    }

    private async Task<List<DateTimeOffset>> FirstRunsAsync(int count, Action body)
    {
        using var timers = Timers(body);
        await timers.StartAsync(default);
        var runs = new List<DateTimeOffset>();
        while (runs.Count < count)
        {
            runs.Add(await _runs.Reader.ReadAsync());
        }

        await timers.StopAsync(default);
        return runs;
    }

    private OwnTimers Timers(Action body)
    {
        var services = new ServiceCollection()
            .AddSingleton(new PartyCalendar(_clock, new HashSet<DateOnly>(), SendingHours.Default))
            .BuildServiceProvider();
        var function = new TimerFunction("Probe", (_, _, _) =>
        {
            _runs.Writer.TryWrite(_clock.GetUtcNow());
            body();
            return Task.FromResult<object>(0);
        });
        var run = new RunFunction(
            [function], _leases, services.GetRequiredService<IServiceScopeFactory>(), new(_clock), new RememberedRuns(),
            NullLogger<RunFunction>.Instance);
        return new([TimerSchedule.Of("Probe", "0 */5 * * * *")], run, _leases, _clock, NullLogger<OwnTimers>.Instance);
    }
}
