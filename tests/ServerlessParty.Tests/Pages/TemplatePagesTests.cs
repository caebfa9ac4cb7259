using Microsoft.Playwright;
using ServerlessParty.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServerlessParty.Tests.Pages;

/// <summary>An operator rewords a letter: broken, previewed, saved, put back; on a small phone without scripts and on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class TemplatePagesTests(Browser browser) : IAsyncLifetime
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
    public async Task A_text_is_changed_seen_saved_and_put_back()
    {
        using var client = _product.Operator();
        await client.OweRatingAsync(Given.Day("2026-11-01"), Given.Day("2026-12-04"));
        await GoAsync("/templates");
        await IsUsableAsync("templates");
        await GoAsync("/templates/reminder/vi");
        await SeesAsync("Chi bộ bản Nà Luông");
        await IsUsableAsync("template");

        await _page.GetByLabel("Tiêu đề").FillAsync("Gửi {unit}");
        await PressAsync("Lưu lời văn");
        await SeesAsync("ô {unit} không được dùng trong tiêu đề");
        await Shots.TakeAsync(_page, "template-refused");
        await _page.GetByLabel("Tiêu đề").FillAsync("Việc cần nộp: {counts}");
        await _page.GetByLabel("Nội dung").FillAsync("Chào {unit},\n\n{papers}\n\nCảm ơn <b>đồng chí</b>.");
        await PressAsync("Xem trước");
        await SeesAsync("Đây mới là bản xem trước");
        await SeesAsync("Việc cần nộp: 2 việc cần nộp");
        await Expect(_page.FrameLocator("iframe").Locator("body")).ToContainTextAsync("Cảm ơn <b>đồng chí</b>.");
        await Shots.TakeAsync(_page, "template-preview");

        await PressAsync("Lưu lời văn");
        await SeesAsync("Đã lưu.");
        await Expect(_page.GetByLabel("Tiêu đề")).ToHaveValueAsync("Việc cần nộp: {counts}");
        await _page.Locator("summary").Last.ClickAsync();
        await PressAsync("Trở về lời gốc");
        await Expect(_page.GetByLabel("Tiêu đề")).ToHaveValueAsync("[Nhắc nộp] {counts}");
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("receipt")]
    [InlineData("return")]
    [InlineData("signin")]
    [InlineData("freshlink")]
    [InlineData("correction")]
    [InlineData("mailrefused")]
    public async Task Every_letter_is_shown_in_an_empty_store_on_a_made_up_unit(string kind)
    {
        await GoAsync($"/templates/{kind}/en");

        await SeesAsync("Thư sẽ như thế này");
        await Expect(_page.FrameLocator("iframe").Locator("body")).Not.ToBeEmptyAsync();
    }

    private Task GoAsync(string path) => _page.GotoAsync(new Uri(_product.Address, path).ToString());

    private Task PressAsync(string button) =>
        _page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task SeesAsync(string text) => Expect(_page.Locator("main")).ToContainTextAsync(text);

    private async Task IsUsableAsync(string name)
    {
        await Shots.TakeAsync(_page, name);
        await PageCheck.IsUsableAsync(browser, new Uri(_page.Url), await _page.CookiesAsync());
    }
}
