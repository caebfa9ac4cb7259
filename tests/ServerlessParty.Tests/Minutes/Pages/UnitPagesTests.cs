using AngleSharp.Dom;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Pages;

/// <summary>What a unit's own page, its receipts and the page for its superiors say.</summary>
public sealed class UnitPagesTests : IAsyncLifetime
{
    private RunningBackOffice _office = null!;

    public async Task InitializeAsync()
    {
        _office = await RunningBackOffice.StartAsync();
        _office.Owed.Put(Owed("minutes.regular", "2026-10", "2026-11-05", ObligationState.Submitted));
        _office.Owed.Put(Owed("minutes.regular", "2026-11", "2026-12-05"));
        _office.Owed.Put(Owed("rating.organization", "2026", "2026-12-04"));
        await using var file = await Papers.SpoolAsync("x");
        var key = Given.Key("cell-1", "minutes.regular", "2026-10");
        _office.Minutes.Put(Given.Minutes(key, file, StoppedClock.At("2026-11-06T02:00:00Z").GetUtcNow()));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Owed_minutes_have_a_button_and_other_papers_are_explained()
    {
        using var phone = await _office.WithLinkAsync("cell-1");

        var cards = (await phone.PageAsync("/u")).QuerySelectorAll("ul.cards")[0].QuerySelectorAll("li");

        Assert.Equal(2, cards.Length);
        Assert.Contains("Đề nghị đồng chí nộp cho cấp ủy", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Null(cards[0].QuerySelector("a"));
        Assert.Equal("/u/minutes/minutes.regular/2026-11", cards[1].QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_handed_in_is_shown_with_its_state_and_receipt()
    {
        using var phone = await _office.WithLinkAsync("cell-1");

        var card = (await phone.PageAsync("/u")).QuerySelectorAll("ul.cards")[1];
        var receipt = await phone.PageAsync(card.QuerySelector("h3 a")!.GetAttribute("href")!);

        Assert.Equal("đã nộp", card.QuerySelector(".state")!.TextContent);
        Assert.Contains("06/11/2026 09:00", receipt.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(_office.Minutes.All.Single().Sha256, receipt.QuerySelector("code")!.TextContent);
        Assert.Equal(2, receipt.QuerySelectorAll("ul.cards li").Length);
        Assert.Null(receipt.QuerySelector("[data-draft-done]"));
    }

    [Fact]
    public async Task Superiors_see_twelve_months_in_words()
    {
        using var browser = await _office.AsAsync(Role.Supervisor, "north");

        var months = (await browser.PageAsync("/organizations/cell-1/minutes")).QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");

        Assert.Equal(12, months.Length);
        Assert.Equal(["11/2026", "chưa đến hạn", "Nhận biên bản"], Words(months[0]));
        Assert.Equal(["10/2026", "nộp muộn", "06/11/2026"], Words(months[1]));
        Assert.Equal(["09/2026", "không phải nộp"], Words(months[2]));
    }

    [Fact]
    public async Task Who_has_no_unit_of_their_own_is_led_to_the_board()
    {
        using var browser = _office.Browser();
        browser.DefaultRequestHeaders.Authorization = new("Bearer", RunningBackOffice.AdminToken);

        Assert.Equal("/", (await browser.GetAsync("/u")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Staff_who_open_the_page_of_the_link_with_another_unit_are_led_to_that_units_page()
    {
        using var browser = await _office.AsAsync(Role.Commission, "north");

        var answer = await browser.GetAsync("/u/minutes/minutes.regular/2026-11?under=cell-1");

        Assert.Equal("/organizations/cell-1/minutes/minutes.regular/2026-11", answer.Headers.Location!.OriginalString);
    }

    private static IEnumerable<string> Words(IElement row) => row.Children.Select(c => c.TextContent.Trim());

    private static Obligation Owed(string kind, string period, string dueOn, ObligationState state = ObligationState.Open) =>
        new(Given.Key("cell-1", kind, period), Given.Day(dueOn), Given.Day("2026-10-01"), state);
}
