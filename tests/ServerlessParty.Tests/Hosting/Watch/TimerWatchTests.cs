using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Access;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Hosting.Watch;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Watch;

public sealed class TimerWatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 3, 0, TimeSpan.Zero);

    private readonly InMemoryRunLeases _leases = new();
    private readonly StoppedClock _clock = new(Now);

    [Theory]
    [InlineData(0, false)]
    [InlineData(12, false)]
    [InlineData(26, true)]
    public async Task A_timer_is_late_when_two_slots_and_some_patience_passed_without_a_complete_run(int minutesAgo, bool isLate)
    {
        _leases.LastRuns["SendLetters"] = Now.AddMinutes(-minutesAgo);

        var state = Assert.Single(await Watch("0 */5 * * * *").GetAsync(default));

        Assert.Equal(isLate, state.IsLate);
        Assert.Equal(Now.AddMinutes(2), state.Next);
        Assert.Equal(Now.AddMinutes(-minutesAgo), state.LastRun);
    }

    [Fact]
    public async Task A_daily_timer_is_given_two_days()
    {
        _leases.LastRuns["SendLetters"] = Now.AddHours(-47);
        Assert.False(Assert.Single(await Watch("0 0 2 * * *").GetAsync(default)).IsLate);

        _leases.LastRuns["SendLetters"] = Now.AddHours(-49);
        Assert.True(Assert.Single(await Watch("0 0 2 * * *").GetAsync(default)).IsLate);
    }

    [Fact]
    public async Task One_that_never_ran_is_measured_from_when_others_did()
    {
        var watch = Watch("0 */5 * * * *");
        Assert.False(Assert.Single(await watch.GetAsync(default)).IsLate);
        _leases.LastRuns["FileMail"] = Now.AddHours(-1);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(Assert.Single(await watch.GetAsync(default)).IsLate);
    }

    [Fact]
    public async Task Operators_read_on_the_board_which_timers_are_late()
    {
        _leases.LastRuns["SendLetters"] = Now.AddHours(-1);

        Assert.Contains("Gửi thư", await BannerAsync(Role.Operator, "/"), StringComparison.Ordinal);
        Assert.Null(await BannerAsync(Role.Commission, "/"));
        Assert.Null(await BannerAsync(null, "/"));
        Assert.Null(await BannerAsync(Role.Operator, "/letters"));
        _leases.LastRuns["SendLetters"] = Now;
        Assert.Null(await BannerAsync(Role.Operator, "/"));
    }

    [Fact]
    public async Task Health_says_late_and_stays_well()
    {
        _leases.LastRuns["SendLetters"] = Now.AddHours(-1);

        Assert.Equal(new("Late"), await new TimersHealth(Watch("0 */5 * * * *")).ReadAsync(default));
        Assert.Equal(new("Off"), await new TimersHealth(new TimerWatch([], _leases, _clock)).ReadAsync(default));
    }

    private TimerWatch Watch(string schedule) => new([TimerSchedule.Of("SendLetters", schedule)], _leases, _clock);

    private async Task<string?> BannerAsync(Role? role, string path)
    {
        var context = new DefaultHttpContext { Request = { Path = path } };
        if (role is { } known)
        {
            context.SetCaller(new Caller(known, "grant:1", null));
        }

        var banner = new TimersBanner(Watch("0 */5 * * * *"), NullLogger<TimersBanner>.Instance);
        return (await banner.GetAsync(context))?.Text;
    }
}
