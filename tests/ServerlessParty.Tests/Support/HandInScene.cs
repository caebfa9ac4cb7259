using Microsoft.Playwright;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>The whole product with one cell that owes the minutes of this month, a phone with its link, and files to choose.</summary>
internal sealed class HandInScene(WholeProduct product, Browser browser) : IAsyncDisposable
{
    public static OrganizationId Cell { get; } = OrganizationId.Parse("t-2");

    public WholeProduct Product => product;

    public MinutesPeriod Month => MinutesPeriod.Of(ObligationKind.RegularMinutes, product.Get<PartyCalendar>().Today)!;

    public string HandInPath => $"/u/minutes/{Month.Kind}/{Month.Period}";

    public static async Task<HandInScene> StartAsync(Browser browser)
    {
        var scene = new HandInScene(await WholeProduct.StartAsync(), browser);
        await scene.Product.Get<IOrganizations>().SaveAllAsync(
            [Given.Unit("t-1", kind: "GrassrootsCommittee"), Given.Unit("t-2", "t-1")], "test", default);
        var dueOn = scene.Month.DueOn(scene.Product.Get<MinutesOptions>());
        await scene.Product.Get<IObligations>().OpenAsync(
            [new(new(Cell, scene.Month.Kind, scene.Month.Period), dueOn, scene.Month.First)], "test", default);
        return scene;
    }

    /// <summary>A small phone that tapped the cell's link.</summary>
    public async Task<IPage> TapAsync(bool scripts)
    {
        var phone = await browser.OpenAsync(Browser.PhoneWidth, scripts);
        var link = await product.Get<IUnitLinks>().CreateAsync(
            Cell, 0, product.Get<PartyCalendar>().Today, CancellationToken.None);
        await phone.GotoAsync(new Uri(product.Address, link.PathAndQuery).ToString());
        return phone;
    }

    public async Task<IPage> SignInAsync()
    {
        var page = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        await page.GotoAsync((await product.SignInLinkAsync()).ToString());
        await page.PressAsync("Đăng nhập");
        return page;
    }

    public Task GoAsync(IPage page, string path) => page.GotoAsync(new Uri(product.Address, path).ToString());

    public async Task IsUsableAsync(IPage page) =>
        await PageCheck.IsUsableAsync(browser, new Uri(page.Url), await page.CookiesAsync());

    public Task<IReadOnlyList<MeetingMinutes>> HandedInAsync() =>
        product.Get<IMinutes>().OfAsync(Cell, CancellationToken.None);

    /// <summary>Photos of a phone's camera: large, and each another.</summary>
    public async Task<FilePayload[]> PhotosAsync(int count)
    {
        var page = await browser.OpenAsync();
        var photos = new List<FilePayload>();
        for (var number = 1; number <= count; number++)
        {
            var picture = await page.EvaluateAsync<string>(
                """
                number => {
                  const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 900 });
                  const pen = canvas.getContext('2d');
                  for (let i = 0; i < 5000; i++) {
                    pen.fillStyle = `hsl(${(i * number * 37) % 360} 80% 50%)`;
                    pen.fillRect((i * 997) % 3000, (i * 613) % 900, 25, 25);
                  }
                  return canvas.toDataURL('image/jpeg', .98).split(',')[1];
                }
                """,
                number);
            photos.Add(File($"{number}.jpg", Convert.FromBase64String(picture), "image/jpeg"));
        }

        await page.Context.CloseAsync();
        return [.. photos];
    }

    public static FilePayload File(string name, byte[] bytes, string type = "application/pdf") =>
        new() { Name = name, MimeType = type, Buffer = bytes };

    public ValueTask DisposeAsync() => product.DisposeAsync();
}

/// <summary>What a person does on a page.</summary>
internal static class PageActs
{
    public static Task PressAsync(this IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this IPage page, string link) =>
        page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public static Task SeesAsync(this IPage page, string text) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);

    public static async Task<IReadOnlyList<Cookie>> CookiesAsync(this IPage page) =>
    [
        .. from cookie in await page.Context.CookiesAsync()
           select new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path },
    ];
}
