using Microsoft.Playwright;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Operations;

/// <summary>The operator's pages in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class OperationsPhoneTests(Browser browser)
{
    [Fact]
    public async Task They_are_usable_on_a_small_phone_by_keyboard_and_without_scripts()
    {
        await using var product = await WholeProduct.StartAsync();
        await product.Get<IRunHistory>().AddAsync(
            new("SendLetters", new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(3), RunEnding.Failed, null,
                "InvalidOperationException < RequestFailedException 503 ServerBusy", new string('a', 32)),
            default);
        var page = await browser.OpenAsync(Browser.PhoneWidth);
        await page.GotoAsync((await product.SignInLinkAsync()).ToString());
        await page.Locator("main button").ClickAsync();
        var cookies = (await page.Context.CookiesAsync()).Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
        }).ToList();
        await page.Context.CloseAsync();

        await PageCheck.IsUsableAsync(browser, new Uri(product.Address, "/operations"), cookies);
        await PageCheck.IsUsableAsync(browser, new Uri(product.Address, "/operations/mail"), cookies);
    }
}
