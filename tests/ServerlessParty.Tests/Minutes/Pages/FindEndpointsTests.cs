using System.Globalization;
using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Pages;

public sealed class FindEndpointsTests : IAsyncLifetime
{
    private RunningBackOffice _office = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _office = await RunningBackOffice.StartAsync();
        _browser = await _office.AsAsync(Role.Commission, "root");
        await PutAsync("cell-1", "2026-10", "nhau");
        await PutAsync("cell-1", "2026-11", "rieng");
        await PutAsync("cell-9", "2026-11", "nhau");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _office.DisposeAsync();
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?q=nhau", 2)]
    [InlineData("?q=nhau&period=2026-10", 1)]
    [InlineData("?period=2026-11", 2)]
    [InlineData("?state=Accepted", 0)]
    [InlineData("?state=received", 3)]
    [InlineData("?under=north", 2)]
    [InlineData("?period=soon%20or%20later&state=9", 3)] // words that name nothing ask for nothing
    public async Task What_was_asked_for_is_listed(string query, int count)
    {
        var page = await _browser.PageAsync("/minutes" + query);

        Assert.Equal(count, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(count == 0, page.QuerySelector("main p.notice") is not null);
    }

    [Fact]
    public async Task The_search_stays_in_its_fields_and_in_the_link_to_the_next_page()
    {
        foreach (var month in Enumerable.Range(1, 60))
        {
            var period = new DateOnly(2020, 1, 1).AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            await PutAsync("cell-2", period, "nhau");
        }

        var page = await _browser.PageAsync("/minutes?q=nhau&under=north");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        Assert.Equal("nhau", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("north", page.QuerySelector("input[name=under]")!.GetAttribute("value"));
        Assert.Equal(11, (await _browser.PageAsync(next)).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Nobody_searches_beyond_their_branch()
    {
        using var north = await _office.AsAsync(Role.Supervisor, "north");

        Assert.Equal(2, (await north.PageAsync("/minutes")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await north.GetAsync("/minutes?under=south")).StatusCode);
    }

    private async Task PutAsync(string unit, string period, string word)
    {
        await using var file = await Papers.SpoolAsync(unit + period);
        _office.Minutes.Put(
            Given.Minutes(Given.Key(unit, "minutes.regular", period), file, _office.Clock.GetUtcNow()), words: [word]);
    }
}
