using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Pages;

/// <summary>From 'I am no longer the secretary' on one phone over the letter to the superior to the new secretary, without scripts, on real storage.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class ChangeOfOfficeTests(Browser browser) : IAsyncLifetime
{
    private HandInScene _scene = null!;
    private IPage _old = null!;

    public async Task InitializeAsync()
    {
        _scene = await HandInScene.StartAsync(browser);
        await SaveAsync("t-1", "phuong@example.org");
        await SaveAsync("t-2", "bithu@example.org");
        // Links to the unit are of the contacts that are there now.
        _old = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
    }

    public async Task DisposeAsync()
    {
        await _old.Context.CloseAsync();
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task A_secretary_leaves_the_superior_names_the_next_and_the_old_link_is_dead()
    {
        await LeaveAsync();
        var superior = await browser.OpenAsync(Browser.PhoneWidth, scripts: false);
        await superior.GotoAsync(await LetterLinkAsync());
        await _scene.IsUsableAsync(superior);
        await superior.SeesAsync("Lê Thị Mới");
        await superior.GetByLabel("Email").FillAsync("moi@example.org");
        await superior.PressAsync("Lưu");
        await superior.SeesAsync("Cảm ơn đồng chí");
        await _scene.IsUsableAsync(superior);
        await superior.Context.CloseAsync();

        var unit = await _scene.Product.Get<IOrganizations>().FindAsync(HandInScene.Cell, default);
        Assert.Equal(new Contact("Lê Thị Mới", "moi@example.org", null), unit!.Contacts.Secretary);
        await _scene.GoAsync(_old, "/u");
        Assert.Contains("/sign-in", _old.Url, StringComparison.Ordinal);
    }

    private async Task LeaveAsync()
    {
        var unit = await _scene.Product.Get<IOrganizations>().FindAsync(HandInScene.Cell, default);
        var link = await _scene.Product.Get<IUnitLinks>().CreateAsync(
            HandInScene.Cell, unit!.LinkEpoch, _scene.Product.Get<PartyCalendar>().Today, default);
        await _scene.GoAsync(_old, link.PathAndQuery);
        await _old.FollowAsync("Tôi không còn là bí thư");
        await _scene.IsUsableAsync(_old);
        await _old.GetByLabel("Họ và tên").FillAsync("Lê Thị Mới");
        await _old.PressAsync("Xác nhận: tôi không còn là bí thư");
        await _old.SeesAsync("Đã ghi nhận");
        await _scene.IsUsableAsync(_old);
    }

    /// <summary>The link in the one letter that left, which is to the superior.</summary>
    private async Task<string> LetterLinkAsync()
    {
        var file = Assert.Single(Directory.GetFiles(_scene.Product.Get<MailFolder>().Path, "*.eml"));
        var mail = MimeReader.Read(await File.ReadAllBytesAsync(file));
        Assert.Equal("phuong@example.org", mail.Header("To")!.Trim('<', '>'));
        return LinkPattern().Match(mail.Part("text/plain")).Value;
    }

    private Task<Organization?> SaveAsync(string id, string email) => _scene.Product.Get<IOrganizations>().ChangeAsync(
        OrganizationId.Parse(id),
        unit => new(
            OrganizationRules.WithContacts(unit, unit.Contacts with { Secretary = new("Nguyễn Văn Thử", email, null) }),
            new("test", "organization.contacts")),
        default);

    [GeneratedRegex(@"https?://\S+/secretary/\S+")]
    private static partial Regex LinkPattern();
}
