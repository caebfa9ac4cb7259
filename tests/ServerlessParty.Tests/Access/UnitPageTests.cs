using System.Net;
using AngleSharp.Html.Parser;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

/// <summary>The one-tap link, from the letter to the page, over HTTP. The clock stands at 24 November 2026, 09:00 in Vietnam.</summary>
public sealed class UnitPageTests
{
    private static readonly DateOnly Due = new(2026, 12, 4);

    [Fact]
    public async Task One_tap_shows_what_the_unit_owes_late_first()
    {
        await using var office = await RunningBackOffice.StartAsync();
        office.Owed.All.AddRange([Owes("cell-1", 4, 12), Owes("cell-1", 20, 11), Owes("cell-9", 1, 11)]);
        using var phone = office.Browser();

        var opened = await phone.GetAsync(await LinkAsync(office));
        var page = new HtmlParser().ParseDocument(await phone.GetStringAsync("/u"));

        Assert.Equal("/u", opened.Headers.Location?.OriginalString);
        var cards = page.QuerySelectorAll("main li").Select(li => li.TextContent).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("20/11/2026", cards[0], StringComparison.Ordinal);
        Assert.Contains("04/12/2026", cards[1], StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main li .error"));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_pages()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var phone = office.Browser();

        var cookie = (await phone.GetAsync(await LinkAsync(office))).Headers.GetValues("Set-Cookie").Single();

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/u", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("cell-1", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-03T16:59:59Z", true)] // 23:59:59 in Vietnam on the thirtieth day after the due day
    [InlineData("2027-01-03T17:00:00Z", false)] // midnight
    public async Task A_link_and_its_cookie_live_until_thirty_days_after_the_due_day(string instant, bool alive)
    {
        await using var office = await RunningBackOffice.StartAsync();
        var link = await LinkAsync(office);
        using var opened = office.Browser();
        await opened.GetAsync(link);
        office.Clock.Advance(StoppedClock.At(instant).GetUtcNow() - office.Clock.GetUtcNow());
        using var late = office.Browser();

        Assert.Equal(alive ? HttpStatusCode.Redirect : HttpStatusCode.Gone, (await late.GetAsync(link)).StatusCode);
        Assert.Equal(alive ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await opened.GetAsync("/u")).StatusCode);
    }

    [Fact]
    public async Task Raising_the_epoch_kills_the_link_and_what_it_opened()
    {
        await using var office = await RunningBackOffice.StartAsync();
        var link = await LinkAsync(office);
        using var phone = office.Browser();
        await phone.GetAsync(link);

        office.Tree["cell-1"] = office.Tree["cell-1"] with { LinkEpoch = 1 };

        Assert.Equal(HttpStatusCode.Gone, (await phone.GetAsync(link)).StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fu", (await phone.GetAsync("/u")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_damaged_link_says_so_and_leaves_no_cookie()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var phone = office.Browser();

        var answer = await phone.GetAsync((await LinkAsync(office))[..^1]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_cookie_that_we_did_not_write_is_no_cookie()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var phone = office.Browser();
        phone.DefaultRequestHeaders.Add("Cookie", "unit=CfDJ8AAAA");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/u")).StatusCode);
    }

    private static async Task<string> LinkAsync(RunningBackOffice office) =>
        (await office.Get<IUnitLinks>().CreateAsync(OrganizationId.Parse("cell-1"), 0, Due, CancellationToken.None)).PathAndQuery;

    private static Obligation Owes(string unit, int day, int month) => new(
        new ObligationKey(OrganizationId.Parse(unit), ObligationKind.RegularMinutes, Period.Month(2026, month)),
        new DateOnly(2026, month, day),
        new DateOnly(2026, 10, 1));
}
