using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Hosting;

/// <summary>Letters that wait for a person, on the board and in what watches from outside see.</summary>
public sealed class UnsettledBannerTests
{
    private readonly StoppedClock _clock = StoppedClock.At("2026-11-24T02:05:00Z");
    private readonly Interruptions _interruptions = new();
    private readonly InMemoryLetters _letters;
    private readonly UnsettledCount _count;

    public UnsettledBannerTests()
    {
        _letters = new(_interruptions, _clock);
        _count = new(_letters, new PartyCalendar(_clock, new HashSet<DateOnly>(), SendingHours.Default));
    }

    [Fact]
    public async Task The_board_counts_them_and_leads_to_those_nobody_knows_of_first()
    {
        Put(LetterState.Uncertain, "2026-11-24", 1);
        Put(LetterState.Failed, "2026-11-24", 2);
        Put(LetterState.Failed, "2026-10-26", 3);

        var banner = await BannerAsync(Role.Operator);

        Assert.Contains("1 thư chưa rõ", banner!.Text, StringComparison.Ordinal);
        Assert.Contains("2 thư không gửi được", banner.Text, StringComparison.Ordinal);
        Assert.Equal("/letters?state=Uncertain", banner.Link);
    }

    [Fact]
    public async Task What_is_older_than_thirty_days_or_on_its_way_is_not_counted()
    {
        Put(LetterState.Failed, "2026-10-25", 1);
        Put(LetterState.Planned, "2026-11-24", 2);
        Put(LetterState.Delivered, "2026-11-24", 3);

        Assert.Null(await BannerAsync(Role.Operator));
    }

    [Theory]
    [InlineData(Role.Commission, "root", "/", true)]
    [InlineData(Role.Commission, "north", "/", false)]
    [InlineData(Role.Supervisor, "root", "/", false)]
    [InlineData(Role.Commission, "root", "/calls", false)]
    public async Task Only_who_may_settle_them_is_told_and_only_on_the_board(Role role, string scope, string path, bool isTold)
    {
        Put(LetterState.Failed, "2026-11-24", 1);

        Assert.Equal(isTold, await BannerAsync(role, scope, path) is not null);
    }

    [Fact]
    public async Task They_are_counted_once_a_minute_however_many_ask()
    {
        await _count.GetAsync(default);
        await _count.GetAsync(default);
        Assert.Equal(1, _interruptions.Calls);

        Put(LetterState.Failed, "2026-11-24", 1);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new(0, 1), await _count.GetAsync(default));
    }

    [Theory]
    [InlineData(0, null, "Running")]
    [InlineData(20, null, "Paused")]
    [InlineData(1, "Mail__From: not you", "Stopped")]
    public async Task From_outside_it_shows_whether_letters_leave_but_not_why(int failures, string? reason, string state)
    {
        DateTimeOffset? until = state == "Paused" ? _clock.GetUtcNow().AddHours(1) : null;
        var settings = new InMemoryReminderSettings(new Interruptions());
        settings.Standing = settings.Standing with { Trouble = new CarrierTrouble(failures, until, reason) };
        Put(LetterState.Uncertain, "2026-11-24", 1);

        Assert.Equal(new(state, until, 1, 0), await new SendingHealthReading(settings, _count).ReadAsync(default));
    }

    private async Task<BannerContent?> BannerAsync(Role role, string scope = "root", string path = "/")
    {
        var context = new DefaultHttpContext { Request = { Path = path } };
        context.SetCaller(new Caller(role, "grant:1", role == Role.Operator ? null : OrganizationId.Parse(scope)));
        var powers = new UnitPowers(new FixedTree());
        return await new UnsettledBanner(_count, powers, NullLogger<UnsettledBanner>.Instance).GetAsync(context);
    }

    private void Put(LetterState state, string day, int number) => _letters.Put(new(
        new(
            new(0, Given.Day(day), LetterClass.Reminder, "0f", $"{number}"),
            "a@example.org", state, 0, 1, null, _clock.GetUtcNow()),
        []));
}
