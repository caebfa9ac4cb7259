using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting;

/// <summary>What pages say while letters do not leave, to those who can do something about it.</summary>
public sealed class CarrierBannerTests
{
    private static readonly DateTimeOffset Until = DateTimeOffset.Parse("2026-11-24T03:05:00Z", CultureInfo.InvariantCulture);

    private readonly InMemoryReminderSettings _settings = new(new Interruptions());
    private readonly StoppedClock _clock = StoppedClock.At("2026-11-24T02:05:00Z");
    private readonly CarrierBanner _banner;

    public CarrierBannerTests() => _banner = new(_settings, _clock, NullLogger<CarrierBanner>.Instance);

    [Fact]
    public async Task A_pause_says_until_when_in_the_time_of_Vietnam()
    {
        Set(new(20, Until, null));

        Assert.Contains("24/11/2026 10:05", await TextAsync(Role.Commission), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_is_refused_names_the_setting()
    {
        Set(new(1, null, "Mail__SendGrid__ApiKey: SendGrid does not let this key send (401)"));

        Assert.Contains("Mail__SendGrid__ApiKey: ", await TextAsync(Role.Operator), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Secretary)]
    [InlineData(null)]
    public async Task Others_are_not_bothered(Role? role)
    {
        Set(new(20, Until, "Mail__From: not you"));

        Assert.Null(await TextAsync(role));
    }

    [Fact]
    public async Task It_goes_as_soon_as_letters_leave_again()
    {
        Set(new(20, Until, null));
        Assert.NotNull(await TextAsync(Role.Operator));

        Set(CarrierTrouble.None);
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Null(await TextAsync(Role.Operator));
    }

    [Fact]
    public async Task Pages_that_come_together_ask_the_store_once()
    {
        var interruptions = new Interruptions();
        var banner = new CarrierBanner(new InMemoryReminderSettings(interruptions), _clock, NullLogger<CarrierBanner>.Instance);

        await TextAsync(Role.Operator, banner);
        await TextAsync(Role.Operator, banner);

        Assert.Equal(1, interruptions.Calls);
    }

    [Fact]
    public async Task A_page_is_shown_though_the_store_does_not_tell()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var client = office.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", RunningBackOffice.AdminToken);

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/mailbox"));

        Assert.Null(page.QuerySelector("aside.banner"));
        Assert.NotNull(page.QuerySelector("main h1"));
    }

    private void Set(CarrierTrouble trouble) => _settings.Standing = _settings.Standing with { Trouble = trouble };

    private async Task<string?> TextAsync(Role? role, CarrierBanner? banner = null)
    {
        var context = new DefaultHttpContext();
        if (role is { } known)
        {
            context.SetCaller(new Caller(known, "grant:1", known == Role.Operator ? null : OrganizationId.Parse("tinh")));
        }

        return (await (banner ?? _banner).GetAsync(context))?.Text;
    }
}
