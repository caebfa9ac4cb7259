using Microsoft.Playwright;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Pages;

/// <summary>Minutes from a secretary's phone to the commission and back, without scripts, on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed class HandInTests(Browser browser) : IAsyncLifetime
{
    private HandInScene _scene = null!;
    private IPage _phone = null!;
    private IPage _staff = null!;

    public async Task InitializeAsync()
    {
        _scene = await HandInScene.StartAsync(browser);
        _phone = await _scene.TapAsync(scripts: false);
        _staff = await _scene.SignInAsync();
    }

    public async Task DisposeAsync()
    {
        await _phone.Context.CloseAsync();
        await _staff.Context.CloseAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task Minutes_go_from_a_phone_to_acceptance_by_way_of_a_return()
    {
        await HandInFileAsync();
        await FindAndReturnAsync();
        await HandInFormAsync();
        await AcceptAsync();
    }

    private async Task HandInFileAsync()
    {
        await _phone.FollowAsync("Nộp biên bản");
        await _scene.IsUsableAsync(_phone);
        await _phone.FollowAsync("Tệp có sẵn");
        await _scene.IsUsableAsync(_phone);
        await ChooseAsync("biên bản.pdf", "no document"u8.ToArray());
        Assert.Equal(1, await _phone.Locator("p.error[role=alert]").CountAsync());
        await ChooseAsync("biên bản.pdf", Papers.Pdf("minutes of the first meeting"));
        await _phone.SeesAsync("Đã nhận biên bản");
        await _phone.SeesAsync("Đơn vị không còn phải nộp gì");
        await _scene.IsUsableAsync(_phone);
    }

    private async Task ChooseAsync(string name, byte[] bytes)
    {
        await _phone.Locator("#files").SetInputFilesAsync(HandInScene.File(name, bytes));
        await _phone.PressAsync("Nộp biên bản");
    }

    private async Task FindAndReturnAsync()
    {
        await _scene.GoAsync(_staff, "/minutes");
        await _staff.GetByLabel("Tìm trong biên bản").FillAsync("không có từ này");
        await _staff.PressAsync("Tìm");
        await _staff.SeesAsync("Không tìm thấy biên bản nào");
        await _scene.GoAsync(_staff, "/minutes");
        await _scene.IsUsableAsync(_staff);
        await _staff.FollowAsync("Biên bản sinh hoạt chi bộ thường kỳ");
        await _scene.IsUsableAsync(_staff);
        await _staff.Locator("summary", new() { HasTextString = "Đề nghị bổ sung" }).ClickAsync();
        await _staff.GetByLabel("Nội dung cần bổ sung").FillAsync("Thiếu chữ ký của thư ký cuộc họp.");
        await _staff.PressAsync("Đề nghị bổ sung");
        await _staff.SeesAsync("Đã ghi nội dung đề nghị bổ sung");
    }

    private async Task HandInFormAsync()
    {
        await _scene.GoAsync(_phone, "/u");
        await _phone.SeesAsync("Thiếu chữ ký của thư ký cuộc họp.");
        await _scene.IsUsableAsync(_phone);
        await _phone.FollowAsync("Nộp biên bản");
        await _phone.FollowAsync("Điền mẫu");
        await _scene.IsUsableAsync(_phone);
        await _phone.Locator("[name=venue]").FillAsync("Nhà văn hóa");
        await _phone.Locator("[name=conclusions]").FillAsync("Đồng ý.");
        await _phone.PressAsync("Nộp biên bản");
        await _phone.SeesAsync("Đã nhận biên bản");
    }

    private async Task AcceptAsync()
    {
        await _staff.ReloadAsync();
        await _staff.FollowAsync("Đơn vị đã nộp bản mới hơn");
        await _staff.PressAsync("Tiếp nhận");
        await _staff.SeesAsync("Đã tiếp nhận.");
        await _scene.GoAsync(_staff, $"/organizations/{HandInScene.Cell}/minutes");
        await _staff.SeesAsync("đúng hạn");
        await _scene.IsUsableAsync(_staff);
    }
}
