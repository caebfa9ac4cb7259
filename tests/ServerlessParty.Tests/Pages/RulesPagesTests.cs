using Microsoft.Playwright;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServerlessParty.Tests.Pages;

/// <summary>An operator changes the rules: draft, preview, apply, back; on a small phone without scripts and on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class RulesPagesTests(Browser browser) : IAsyncLifetime
{
    private WholeProduct _product = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _product = await WholeProduct.StartAsync();
        _page = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        await _page.GotoAsync((await _product.SignInLinkAsync()).ToString());
        await PressAsync("Đăng nhập");
    }

    public async Task DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_previewed_then_applied_then_taken_back()
    {
        await SomeoneOwesAsync();
        await _page.GotoAsync(new Uri(_product.Address, "/rules").ToString());
        await SeesAsync("Đang dùng bộ quy tắc gốc");
        await Shots.TakeAsync(_page, "rules");
        await PageCheck.IsUsableAsync(browser, new Uri(_page.Url), await _page.CookiesAsync());

        await _page.Locator("#offsets-0").FillAsync("-1, hai");
        await PressAsync("Xem trước 30 ngày tới");
        await SeesAsync("Quy tắc 1: 'hai' không phải là số ngày");
        await _page.Locator("#offsets-0").FillAsync("-10, -5");
        await _page.Locator("#every-0").FillAsync("");
        await _page.Locator("#until-0").FillAsync("");
        await PressAsync("Xem trước 30 ngày tới");
        await SeesAsync("Đây mới là bản xem trước");
        await SeesAsync("Chi bộ bản Nà Luông");
        await Shots.TakeAsync(_page, "rules-preview");
        Assert.True((await _product.Get<IReminderRules>().ReadAsync(default)).All[0].Offsets.Count > 2);

        await PressAsync("Áp dụng quy tắc này");
        await SeesAsync("Đã áp dụng.");
        Assert.Equal([-10, -5], (await _product.Get<IReminderRules>().ReadAsync(default)).All[0].Offsets);

        await _page.Locator("summary").First.ClickAsync();
        await PressAsync("Trở về bộ quy tắc gốc");
        await SeesAsync("Đang dùng bộ quy tắc gốc");
    }

    private async Task SomeoneOwesAsync()
    {
        using var client = _product.Operator();
        var today = _product.Get<ServerlessParty.Organizations.PartyCalendar>().Today;
        await client.OweRatingAsync(today, today.AddDays(20));
    }

    private Task PressAsync(string button) =>
        _page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task SeesAsync(string text) => Expect(_page.Locator("main")).ToContainTextAsync(text);
}
