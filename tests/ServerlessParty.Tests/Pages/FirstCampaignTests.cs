using Microsoft.Playwright;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ServerlessParty.Tests.Pages;

/// <summary>A commission's first campaign, by its pages alone, on a small phone without scripts and on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class FirstCampaignTests(Browser browser) : IAsyncLifetime
{
    private const int DaysAhead = 14;

    private const string Tree = """
        id,name,kind,parentId,secretaryName,secretaryEmail,secretaryPhone,officialMembers
        t-1,Đảng bộ tỉnh Mẫu,Provincial,,Trần Thị Hoa,hoa@example.org,0900000001,0
        t-2,Chi bộ bản Nà Luông,Cell,t-1,Lò Văn Minh,bithu.chibo.ban-na-luong.0002@example.org,0900000002,12
        t-3,Chi bộ Trường Tiểu học,Cell,t-1,Vũ Thị Lan,,0900000003,9
        """;

    private WholeProduct _product = null!;
    private IPage _page = null!;

    private PartyCalendar Calendar => _product.Get<PartyCalendar>();

    /// <summary>Letters leave on working days only.</summary>
    private DateOnly SendingDay => Enumerable.Range(0, 30).Select(Calendar.Today.AddDays).First(Calendar.IsWorkingDay);

    private DateOnly DueOn => SendingDay.AddDays(DaysAhead);

    public async Task InitializeAsync()
    {
        _product = await WholeProduct.StartAsync();
        _page = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
    }

    public async Task DisposeAsync()
    {
        await _page.Context.CloseAsync();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task A_commission_goes_from_an_empty_store_to_accepted_papers()
    {
        await SignInAsync();
        await ImportAsync();
        await OpenCampaignAsync();
        await SendRemindersAsync();
        await OpenLetterAsync();
        await HandInAsync();
        await ActOnPapersAsync();
    }

    private async Task SignInAsync()
    {
        await _page.GotoAsync((await _product.SignInLinkAsync()).ToString());
        await PressAsync("Đăng nhập");
        await SeesAsync("Chưa có đơn vị nào.");
    }

    private async Task ImportAsync()
    {
        await _page.GetByRole(AriaRole.Link, new() { Name = "Nhập danh sách đơn vị" }).ClickAsync();
        await IsUsableAsync();
        await _page.GetByLabel("Tệp danh sách").SetInputFilesAsync(await _product.WriteFileAsync("cay.csv", Tree));
        await PressAsync("Xem trước");
        await SeesAsync("Chi bộ bản Nà Luông");
        await PressAsync("Ghi vào hệ thống");
        await SeesAsync("Đã nhập xong");
        await GoAsync("/organizations?under=t-1");
        await SeesAsync("Chi bộ Trường Tiểu học");
        await IsUsableAsync();
    }

    private async Task OpenCampaignAsync()
    {
        await GoAsync("/campaigns");
        await IsUsableAsync();
        foreach (var box in await _page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            var wanted = (await box.GetAttributeAsync("name"), await box.GetAttributeAsync("value")) == ("unitKinds-0", "Cell");
            await box.SetCheckedAsync(wanted);
        }

        await _page.Locator("#kind-0").SelectOptionAsync("rating.organization");
        await _page.Locator("#opensOn-0").FillAsync($"{Calendar.Today:yyyy-MM-dd}");
        await _page.Locator("#dueOn-0").FillAsync($"{DueOn:yyyy-MM-dd}");
        await PressAsync("Lưu");
        await SeesAsync("Đã lưu.");
        await UnfoldAsync("Bắt đầu đợt");
        await _page.GetByLabel("Tôi xác nhận bắt đầu đợt này").CheckAsync();
        await PressAsync("Bắt đầu đợt");
        await SeesAsync("vừa tạo thêm 2 nội dung phải nộp");
        await IsUsableAsync();
        await GoAsync("/");
        await SeesAsync($"hết ngày {DueOn:dd'/'MM'/'yyyy}");
        await IsUsableAsync();
    }

    private async Task SendRemindersAsync()
    {
        await GoAsync($"/reminders?on={SendingDay:yyyy-MM-dd}");
        await SeesAsync("bithu.chibo.ban-na-luong.0002@example.org");
        await SeesAsync($"nhắc trước hạn {DaysAhead} ngày");
        await IsUsableAsync();
        await PressAsync("Bắt đầu gửi nhắc");
        await SeesAsync("Đang gửi nhắc từ ngày");
        var morning = new DateTimeOffset(SendingDay, new TimeOnly(2, 0), TimeSpan.Zero);
        await _product.RunAsync("PlanReminders", morning);
        await _product.RunAsync("SendLetters", morning);
        await GoAsync($"/letters?day={SendingDay:yyyy-MM-dd}");
        await SeesAsync("đã chuyển đi");
        await IsUsableAsync();
    }

    private async Task OpenLetterAsync()
    {
        await GoAsync("/mailbox");
        await IsUsableAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "[Nhắc nộp] 1 việc cần nộp" }).ClickAsync();
        var letter = await _page.Locator("pre").InnerTextAsync();
        Assert.Contains("Kính gửi đồng chí Bí thư Chi bộ bản Nà Luông", letter, StringComparison.Ordinal);

        var phone = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        await phone.GotoAsync(letter.Split().First(word => word.Contains("/u/", StringComparison.Ordinal)));
        await Expect(phone.Locator("main")).ToContainTextAsync($"hết ngày {DueOn:dd'/'MM'/'yyyy}");
        await PageCheck.IsUsableAsync(browser, new Uri(phone.Url), await CookiesAsync(phone));
        await phone.Context.CloseAsync();
    }

    private async Task HandInAsync()
    {
        await GoAsync("/organizations/t-2");
        await IsUsableAsync();
        await UnfoldAsync("Ghi nhận đã nộp");
        await PressAsync("Ghi nhận đã nộp");
        await SeesAsync("Đã ghi nhận nộp.");
    }

    private async Task ActOnPapersAsync()
    {
        await UnfoldAsync("Đề nghị bổ sung");
        await _page.GetByLabel("Nội dung cần bổ sung").FillAsync("Thiếu chữ ký");
        await PressAsync("Đề nghị bổ sung");
        await SeesAsync("Đã ghi nội dung đề nghị bổ sung");
        await UnfoldAsync("Đổi hạn nộp");
        await _page.GetByLabel("Hạn nộp mới").FillAsync($"{DueOn.AddDays(3):yyyy-MM-dd}");
        await _page.GetByLabel("Lý do").First.FillAsync("Bí thư đi công tác");
        await PressAsync("Đổi hạn nộp");
        await SeesAsync($"hết ngày {DueOn.AddDays(3):dd'/'MM'/'yyyy}");
        await UnfoldAsync("Ghi nhận đã nộp");
        await PressAsync("Ghi nhận đã nộp");
        await PressAsync("Tiếp nhận");
        await SeesAsync("Đã tiếp nhận.");
        await IsUsableAsync();
    }

    private Task GoAsync(string path) => _page.GotoAsync(new Uri(_product.Address, path).ToString());

    private Task PressAsync(string button) =>
        _page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task UnfoldAsync(string summary) => _page.Locator("summary", new() { HasTextString = summary }).ClickAsync();

    private Task SeesAsync(string text) => Expect(_page.Locator("main")).ToContainTextAsync(text);

    private async Task IsUsableAsync() =>
        await PageCheck.IsUsableAsync(browser, new Uri(_page.Url), await CookiesAsync(_page));

    private static async Task<IReadOnlyList<Cookie>> CookiesAsync(IPage page) =>
    [
        .. from cookie in await page.Context.CookiesAsync()
           select new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path },
    ];
}
