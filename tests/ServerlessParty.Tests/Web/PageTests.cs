using Microsoft.Playwright;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Web;

/// <summary>The pages in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageTests(Browser browser)
{
    [Theory]
    [InlineData("?under=tinh")]
    [InlineData("?under=hoa-binh")]
    [InlineData("organizations/cell-2")]
    [InlineData("organizations/tinh")]
    [InlineData("nowhere")]
    public async Task A_page_is_usable_on_a_small_phone_by_keyboard_and_without_scripts(string path)
    {
        await using var app = await new BoardProvince().StartAsync();

        await PageCheck.IsUsableAsync(browser, new Uri(app.Address, path), [SignedIn(app)]);
    }

    [Fact]
    public async Task The_language_is_changed_by_a_button_and_stays_on_the_page()
    {
        await using var app = await new BoardProvince().StartAsync();
        var page = await browser.OpenAsync(scripts: false, cookies: [SignedIn(app)]);
        await page.GotoAsync($"{app.Address}organizations/cell-2");

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        Assert.EndsWith("/organizations/cell-2", page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Call list" }).IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_is_first_and_leads_to_the_content()
    {
        await using var app = await new BoardProvince().StartAsync();
        var page = await browser.OpenAsync(cookies: [SignedIn(app)]);
        await page.GotoAsync($"{app.Address}?under=tinh");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    private static Cookie SignedIn(SmallApp app) =>
        new() { Name = "session", Value = "1", Url = app.Address.ToString() };
}
