using Microsoft.Playwright;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Tests.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>The pages of mail in a real browser, on a small phone and without scripts.</summary>
[Collection(BrowserTests.Name)]
public sealed class TriagePagesTests(Browser browser) : IAsyncLifetime
{
    private MailOffice _office = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _office = await MailOffice.StartAsync();
        _page = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        await _page.GotoAsync((await _office.SignInLinkAsync()).ToString());
        await PressAsync("Đăng nhập");
    }

    public async Task DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task A_person_finds_a_mail_looks_at_it_and_files_it()
    {
        await _office.PostAsync(LongMail());
        await GoAsync("/");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Thư đến" }).ClickAsync();
        await IsUsableAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Re: Nhắc nộp biên bản" }).ClickAsync();
        await IsUsableAsync();

        await _page.GetByLabel("Mã đơn vị").FillAsync("cell-1");
        await _page.GetByLabel("Tháng hoặc quý").FillAsync("tháng 10/2026");
        await PressAsync("Giao và nộp");

        Assert.Equal("2026-10", Assert.Single(_office.Minutes.All).Id.Key.Period.Value);
        Assert.Contains("Đã vào sổ", await _page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await IsUsableAsync();
    }

    [Fact]
    public async Task A_refused_assignment_says_what_to_do_and_a_mail_can_be_laid_aside()
    {
        await _office.PostAsync(LongMail());
        var mail = Assert.Single(await _office.InAsync(IntakeState.Triage));
        await GoAsync($"/intake/{mail.Id}");
        await _page.GetByLabel("Mã đơn vị").FillAsync("nowhere");
        await _page.GetByLabel("Tháng hoặc quý").FillAsync("tháng 10/2026");
        await PressAsync("Giao và nộp");
        Assert.Contains("[minutes.unit]", await _page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);

        await _page.GetByText("Gác lại", new() { Exact = true }).ClickAsync();
        await _page.GetByLabel("Lý do gác lại").FillAsync("Thư quảng cáo");
        await PressAsync("Gác thư này lại");

        Assert.Contains("Thư quảng cáo", await _page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Single(await _office.InAsync(IntakeState.Discarded));
    }

    private static Posts LongMail() => Posts
        .Parsed(
            "Re: Nhắc nộp biên bản",
            "Kính gửi đồng chí,\n\nEm gửi biên bản họp chi bộ.\nhttps://example.org/" + new string('x', 90),
            "mot-nguoi-gui-co-dia-chi-rat-dai.chi-bo-thon-dong@example.net")
        .WithFile("%PDF-1.4 a"u8.ToArray(), "bien_ban_hop_chi_bo_thuong_ky_co_ten_rat_dai_khong_dau_cach_2026.pdf")
        .WithFile(new byte[900], "logo.png", "image/png");

    private Task PressAsync(string button) => _page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private Task GoAsync(string path) => _page.GotoAsync(new Uri(_office.Address, path).ToString());

    private async Task IsUsableAsync()
    {
        var cookies = await _page.Context.CookiesAsync();
        await PageCheck.IsUsableAsync(
            browser, new Uri(_page.Url),
            [.. cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = _office.Address.ToString() })]);
    }
}
