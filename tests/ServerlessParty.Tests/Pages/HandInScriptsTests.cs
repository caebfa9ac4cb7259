using Microsoft.Playwright;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Support;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace ServerlessParty.Tests.Pages;

/// <summary>What scripts add to handing in, on a small phone and on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class HandInScriptsTests(Browser browser) : IAsyncLifetime
{
    private HandInScene _scene = null!;
    private IPage _phone = null!;

    public async Task InitializeAsync()
    {
        _scene = await HandInScene.StartAsync(browser);
        _phone = await _scene.TapAsync(scripts: true);
    }

    public async Task DisposeAsync()
    {
        await _phone.Context.CloseAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task Photos_are_collected_put_in_order_made_smaller_and_handed_in()
    {
        var photos = await _scene.PhotosAsync(3);
        await _phone.FollowAsync("Nộp biên bản");
        await _phone.Locator("#files").SetInputFilesAsync(photos[..2]);
        await _phone.SeesAsync("Đã chọn 2 trang");
        await _phone.Locator("#files").SetInputFilesAsync(photos[2]);
        await _phone.SeesAsync("Đã chọn 3 trang");
        await _phone.PressAsync("Chuyển trang 3 lên trước");
        await _phone.PressAsync("Bỏ trang 1");
        await _phone.SeesAsync("Đã chọn 2 trang");
        var order = await _phone.EvaluateAsync<string[]>("[...document.querySelector('#files').files].map(f => f.name)");

        await _phone.PressAsync("Nộp biên bản");
        await _phone.SeesAsync("Đã nhận biên bản");

        Assert.Equal(["3.jpg", "2.jpg"], order);
        var stored = (await _scene.HandedInAsync()).Single();
        using var pdf = PdfDocument.Open(await ReadAsync(stored));
        Assert.Equal(2, pdf.NumberOfPages);
        Assert.All(pdf.GetPages(), p => Assert.Equal(2400, Math.Max(p.GetImages().Single().WidthInSamples, p.GetImages().Single().HeightInSamples)));
        Assert.True(stored.Size < photos[1].Buffer.Length + photos[2].Buffer.Length);
    }

    [Fact]
    public async Task A_refused_file_stays_chosen_and_one_that_is_too_large_is_not_sent()
    {
        await _scene.GoAsync(_phone, _scene.HandInPath + "?way=file");
        await _phone.Locator("#files").SetInputFilesAsync(HandInScene.File("a.pdf", "no document"u8.ToArray()));
        await _phone.PressAsync("Nộp biên bản");

        await Expect(_phone.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        Assert.EndsWith("a.pdf", await _phone.Locator("#files").InputValueAsync(), StringComparison.Ordinal);

        var posts = 0;
        _phone.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await _phone.EvaluateAsync("document.querySelector('form[data-upload]').dataset.maxBytes = 10");
        await _phone.Locator("#files").SetInputFilesAsync(HandInScene.File("b.pdf", Papers.Pdf("minutes")));
        await _phone.PressAsync("Nộp biên bản");

        await Expect(_phone.GetByRole(AriaRole.Alert)).ToHaveTextAsync(MinutesRefusalTexts.Of(MinutesRefusals.TooLarge));
        Assert.Equal(0, posts);
    }

    [Fact]
    public async Task A_hand_in_that_was_cut_off_is_sent_again_by_one_press()
    {
        var isCut = true;
        await _phone.RouteAsync("**/u/minutes/**", route =>
            isCut && route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await _scene.GoAsync(_phone, _scene.HandInPath + "?way=file");
        await _phone.Locator("#files").SetInputFilesAsync(HandInScene.File("a.pdf", Papers.Pdf("minutes")));
        await _phone.PressAsync("Nộp biên bản");
        var again = _phone.GetByRole(AriaRole.Button, new() { Name = "Chưa gửi được, bấm để gửi lại" });
        await Expect(again).ToBeFocusedAsync();

        isCut = false;
        await again.ClickAsync();

        await _phone.SeesAsync("Đã nhận biên bản");
        Assert.Equal("a.pdf", (await _scene.HandedInAsync()).Single().FileName);
    }

    [Fact]
    public async Task What_was_typed_is_kept_on_the_phone_until_it_was_handed_in()
    {
        await _scene.GoAsync(_phone, _scene.HandInPath + "?way=form");
        await _phone.Locator("[name=conclusions]").FillAsync("Đồng ý.");
        await _phone.SeesAsync("Đã lưu nháp");

        await _phone.ReloadAsync();
        await Expect(_phone.Locator("[name=conclusions]")).ToHaveValueAsync("");
        await _phone.PressAsync("Dùng bản nháp");
        await Expect(_phone.Locator("[name=conclusions]")).ToHaveValueAsync("Đồng ý.");
        await _phone.PressAsync("Nộp biên bản");
        await _phone.SeesAsync("Đã nhận biên bản");

        Assert.Equal(0, await _phone.EvaluateAsync<int>("localStorage.length"));
    }

    private async Task<byte[]> ReadAsync(MeetingMinutes minutes)
    {
        await using var content = await _scene.Product.Get<IMinutes>().OpenAsync(minutes, CancellationToken.None);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
