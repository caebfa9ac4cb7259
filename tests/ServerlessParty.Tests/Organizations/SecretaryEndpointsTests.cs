using System.Net;
using AngleSharp.Html.Parser;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

/// <summary>'Who is the secretary now?' over HTTP: by the link of a letter and for staff. It is 24 November 2026, 09:00 in Vietnam.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecretaryEndpointsTests(Browser chromium)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly (string, string)[] New =
        [("secretary.name", "Lê Thị Mới"), ("secretary.email", "Moi@Example.org"), ("secretary.phone", "")];

    [Fact]
    public async Task One_tap_and_one_form_replace_the_secretary_once()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await LinkAsync(office);

        var saved = await phone.PressAsync(link, New);
        var thanks = await phone.GetStringAsync(saved.Headers.Location);
        var again = await phone.GetStringAsync(link);

        Assert.Equal(link + "?done=true", saved.Headers.Location?.OriginalString);
        Assert.Contains("Cảm ơn đồng chí", thanks, StringComparison.Ordinal);
        Assert.Contains("không phải làm gì thêm", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Lê Thị Mới", again, StringComparison.Ordinal);
        var unit = office.Tree["cell-1"];
        Assert.Equal(new Contact("Lê Thị Mới", "moi@example.org", null), unit.Contacts.Secretary);
        Assert.Equal(1, unit.LinkEpoch);
        Assert.Equal(("unit:north", "organization.contacts"), (office.Tree.Notes.Single().Note.Actor, office.Tree.Notes.Single().Note.Action));
    }

    [Fact]
    public async Task Opening_the_page_changes_nothing()
    {
        await using var office = await OfficeAsync();
        using var scanner = office.Browser();
        var before = office.Tree["cell-1"];

        var page = await scanner.GetStringAsync(await LinkAsync(office));

        Assert.Contains("cu@example.org", page, StringComparison.Ordinal);
        Assert.Equal(before, office.Tree["cell-1"]);
        Assert.Empty(office.Letters.All);
    }

    [Theory]
    [InlineData("", "moi@example.org", "Hãy ghi họ tên bí thư.")]
    [InlineData("Lê Thị Mới", "moi@", "moi@")]
    [InlineData("Lê Thị Mới", "CU@example.org", "không tới nơi")]
    [InlineData("Lê Thị Mới", "", "Nếu không có, hãy ghi số điện thoại")]
    public async Task A_wrong_answer_is_refused_beside_its_field_and_keeps_what_was_typed(string name, string email, string says)
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        var answer = await phone.PressAsync(
            await LinkAsync(office), ("secretary.name", name), ("secretary.email", email), ("secretary.phone", ""));
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(page.QuerySelectorAll("fieldset p.error"), p => p.TextContent.Contains(says, StringComparison.Ordinal));
        Assert.Equal(email, page.GetElementById("secretary.email")!.GetAttribute("value"));
        Assert.NotNull(office.Tree["cell-1"].Contacts.Secretary.Mark);
    }

    [Fact]
    public async Task The_link_opens_nothing_else_and_no_other_link_opens_this()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await LinkAsync(office);
        var page = await office.Get<IUnitLinks>().CreateAsync(OrganizationId.Parse("cell-1"), 0, Today, default);

        var asUnit = await phone.GetAsync(link.Replace("/secretary/", "/u/", StringComparison.Ordinal));
        var asQuestion = await phone.GetAsync(page.PathAndQuery.Replace("/u/", "/secretary/", StringComparison.Ordinal));
        var damaged = await phone.GetAsync(link[..^2]);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            new[] { asUnit.StatusCode, asQuestion.StatusCode, damaged.StatusCode });
    }

    [Theory]
    [InlineData(30, HttpStatusCode.OK)]
    [InlineData(31, HttpStatusCode.Gone)]
    public async Task The_link_works_for_thirty_days(int days, HttpStatusCode status)
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await LinkAsync(office);
        var form = new HtmlParser().ParseDocument(await phone.GetStringAsync(link)).QuerySelectorAll("main form input[type=hidden]");
        office.Clock.Advance(TimeSpan.FromDays(days));

        Assert.Equal(status, (await phone.GetAsync(link)).StatusCode);
        var posted = await phone.PostAsync(link, new FormUrlEncodedContent(form
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Concat(New.Select(f => KeyValuePair.Create(f.Item1, f.Item2)))));
        Assert.Equal(status == HttpStatusCode.OK ? HttpStatusCode.Redirect : status, posted.StatusCode);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_is_refused()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        var answer = await phone.PostAsync(await LinkAsync(office), new FormUrlEncodedContent(
            New.Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(office.Tree["cell-1"].Contacts.Secretary.Mark);
    }

    [Fact]
    public async Task Staff_find_the_lost_addresses_of_their_branch_and_correct_them()
    {
        await using var office = await OfficeAsync();
        using var north = await office.AsAsync(Role.Commission, "north");
        using var south = await office.AsAsync(Role.Commission, "south");

        var seen = await north.GetStringAsync("/unreachable");
        var other = await south.GetStringAsync("/unreachable");
        var saved = await north.PressAsync("/organizations/cell-1/secretary", New);

        Assert.Contains("cu@example.org", seen, StringComparison.Ordinal);
        Assert.Contains("Đã hỏi Chi bộ north ngày 24/11/2026", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("cu@example.org", other, StringComparison.Ordinal);
        Assert.Equal("/unreachable", saved.Headers.Location?.OriginalString);
        Assert.Null(office.Tree["cell-1"].Contacts.Secretary.Mark);
        Assert.Equal("grant:commission-north", office.Tree.Notes.Single().Note.Actor);
        Assert.Contains("Không có địa chỉ nào", await north.GetStringAsync("/unreachable"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_let_letters_go_again_to_an_address_that_works_by_now()
    {
        await using var office = await OfficeAsync();
        using var north = await office.AsAsync(Role.Commission, "north");
        using var south = await office.AsAsync(Role.Commission, "south");

        var denied = await south.PostAsync("/organizations/cell-1/reachable", new FormUrlEncodedContent([new("address", "cu@example.org")]));
        var marked = office.Tree["cell-1"].Contacts.Secretary.Mark;
        var pressed = await north.PressAsync("/unreachable");

        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.NotNull(marked);
        Assert.Equal("/unreachable", pressed.Headers.Location?.OriginalString);
        Assert.Null(office.Tree["cell-1"].Contacts.Secretary.Mark);
        Assert.Equal("organization.reachable", office.Tree.Notes.Single().Note.Action);
    }

    [Fact]
    public async Task The_pages_are_usable_on_a_small_phone()
    {
        await using var office = await OfficeAsync();

        await PageCheck.IsUsableAsync(chromium, new Uri(office.App.Urls.First() + await LinkAsync(office)));
    }

    private static async Task<RunningBackOffice> OfficeAsync()
    {
        var office = await RunningBackOffice.StartAsync();
        var unit = office.Tree["cell-1"] with { Contacts = new(new("Nguyễn Văn Thử", "cu@example.org", null), []) };
        unit = ContactMarks.OfAddress(unit, "cu@example.org", ContactFlaw.Bounced, Today)!;
        office.Tree["cell-1"] = ContactMarks.OfSecretary(unit, unit.Contacts.Secretary.Mark! with
        {
            Asked = new("north", "north@example.org", Today, 1),
        });
        return office;
    }

    private static async Task<string> LinkAsync(RunningBackOffice office) =>
        (await office.Get<ISecretaryLinks>().CreateAsync(OrganizationId.Parse("cell-1"), 0, Today, default)).PathAndQuery;
}
