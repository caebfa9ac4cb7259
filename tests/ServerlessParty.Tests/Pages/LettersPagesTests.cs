using System.Net;
using Microsoft.Playwright;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Reminders.Letters;
using ServerlessParty.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServerlessParty.Tests.Pages;

/// <summary>'Who did not get it, and send to just those', on a small phone without scripts and on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class LettersPagesTests(Browser browser) : IAsyncLifetime
{
    private const string Tree = """
        id,name,kind,parentId,secretaryName,secretaryEmail
        t-1,Đảng bộ tỉnh Mẫu,Provincial,,Trần Thị Hoa,hoa@example.org
        t-2,Chi bộ bản Nà Luông,Cell,t-1,Lò Văn Minh,minh@example.org
        t-3,Chi bộ Trường Tiểu học,Cell,t-1,Vũ Thị Lan,lan@example.org
        """;

    private WholeProduct _product = null!;
    private IPage _page = null!;

    private DateOnly Today => _product.Get<PartyCalendar>().Today;

    private ILetters Letters => _product.Get<ILetters>();

    public async Task InitializeAsync()
    {
        _product = await WholeProduct.StartAsync();
        _page = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        using var client = _product.Operator();
        (await client.PostAsync("/api/organizations/import", new StringContent(Tree, null, "text/csv"))).EnsureSuccessStatusCode();
        await Letters.PutAsync(
            "minh@example.org", Today, LetterState.Failed, "t-2", problem: "550 mailbox full");
        await Letters.PutAsync(
            "lan@example.org", Today, LetterState.Bounced, "t-3", problem: "Bounced: 550 5.1.1 no such user");
        await Letters.PutAsync("hoa@example.org", Today, LetterState.Uncertain, "t-3", "+3/superior", "no answer");
        await _page.GotoAsync((await _product.SignInLinkAsync()).ToString());
        await PressAsync("Đăng nhập");
    }

    public async Task DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task Staff_see_who_did_not_get_it_and_send_to_just_those()
    {
        await GoAsync("/letters");
        await SeesAsync("gửi không được: 1");
        await SeesAsync("Bị trả lại: không có hộp thư này");
        await IsUsableAsync("letters");
        await _page.GetByRole(AriaRole.Link, new() { Name = "gửi không được: 1" }).ClickAsync();
        await SeesAsync("minh@example.org");
        await Expect(_page.Locator("main")).Not.ToContainTextAsync("lan@example.org");

        await PressAsync("Gửi lại tất cả thư nhắc gửi không được");
        await SeesAsync("Đã xếp 1 thư để gửi lại.");
        await SeesAsync("chờ gửi: 1");

        var audit = Assert.Single(await _product.Get<IAuditTrail>().ReadAsync(IStoreTrail.NameOf("letters"), 0, 10, default));
        Assert.Equal(("operator", "letters.retried"), (audit.Actor, audit.Action));
    }

    [Fact]
    public async Task A_letter_shows_what_happened_to_it_and_an_uncertain_one_is_settled_by_hand()
    {
        await GoAsync("/letters");
        await _page.GetByRole(AriaRole.Link, new() { Name = "hoa@example.org" }).ClickAsync();
        await SeesAsync("Chi bộ Trường Tiểu học");
        await SeesAsync("Chưa rõ thư đã đi hay chưa");
        await IsUsableAsync("letter");

        await PressAsync("Thư đã đến");

        await SeesAsync("đã chuyển đi");
        await SeesAsync("operator");
    }

    [Fact]
    public async Task An_address_is_found_without_standing_in_any_url()
    {
        await GoAsync("/letters");
        await _page.Locator("summary").First.ClickAsync();
        await _page.GetByLabel("Tìm theo địa chỉ thư điện tử").FillAsync("lan@example.org");
        await PressAsync("Tìm theo địa chỉ");

        await SeesAsync("thư của một người nhận");
        await SeesAsync("lan@example.org");
        await Expect(_page.Locator("main")).Not.ToContainTextAsync("minh@example.org");
        Assert.DoesNotContain("example.org", new Uri(_page.Url).Query, StringComparison.Ordinal);
        await IsUsableAsync("person");
    }

    [Fact]
    public async Task Staff_of_a_branch_see_and_settle_letters_of_their_branch_only()
    {
        await _product.Get<IGrants>().AddAsync(
            new("g1", "staff@example.org", Role.Commission, OrganizationId.Parse("t-2")), default);
        var link = await _product.Get<SignInLinks>().CreateAsync("g1", int.MaxValue, null, default);
        using var staff = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _product.Address };
        Assert.Equal(HttpStatusCode.Redirect, (await staff.PressAsync(link!.PathAndQuery)).StatusCode);

        var list = await staff.GetStringAsync("/letters");
        var other = (await Letters.PageAsync(Today, LetterState.Bounced, null, 1, default)).Items.Single().Letter.Id;

        Assert.Contains("minh@example.org", list, StringComparison.Ordinal);
        Assert.DoesNotContain("lan@example.org", list, StringComparison.Ordinal);
        Assert.DoesNotContain("hoa@example.org", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/letters/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/api/letters/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync($"/api/letters/{other}/retry", null)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.PostAsync("/letters/retries", null)).StatusCode);
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
