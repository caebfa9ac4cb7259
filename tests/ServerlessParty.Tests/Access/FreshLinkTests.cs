using System.Net;
using AngleSharp.Html.Parser;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

/// <summary>What a dead one-tap link offers, over HTTP. The clock stands at 24 November 2026, 09:00 in Vietnam.</summary>
[Collection(BrowserTests.Name)]
public sealed class FreshLinkTests(Browser chromium)
{
    private const string OnFile = "bithu@example.org";
    private static readonly DateOnly LongAgo = new(2026, 9, 5);

    [Fact]
    public async Task Opening_a_dead_link_sends_nothing_and_offers_a_fresh_one()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        var answer = await phone.GetAsync(await DeadLinkAsync(office));
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore); // the address itself is a secret
        Assert.EndsWith("/fresh", Assert.Single(page.QuerySelectorAll("main form")).GetAttribute("action"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main input:not([type=hidden])"));
        Assert.Empty(office.Letters.All);
    }

    [Fact]
    public async Task The_button_mails_a_link_that_opens_the_page_for_thirty_days()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        await AskAsync(phone, await DeadLinkAsync(office));
        var link = await MailedLinkAsync(office);

        Assert.Equal("/u", (await phone.GetAsync(link)).Headers.Location?.OriginalString);
        office.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync(link)).StatusCode);
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Gone, (await phone.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task It_goes_to_the_address_on_file_whatever_is_typed()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        await AskAsync(phone, await DeadLinkAsync(office), ("email", "stranger@example.org"), ("to", "stranger@example.org"));

        var letter = Assert.Single(office.Letters.All);
        Assert.Equal((OnFile, LetterClass.Access, LetterState.HandedOver), (letter.To, letter.Id.Class, letter.State));
        Assert.DoesNotContain((await MailedLinkAsync(office)).Split('/')[^1], letter.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_contact_was_replaced_it_goes_to_the_new_one()
    {
        await using var office = await OfficeAsync();
        var link = await LinkAsync(office, new DateOnly(2026, 12, 4));
        Put(office, "New.Secretary@example.org", epoch: 1);
        using var phone = office.Browser();

        await AskAsync(phone, link);

        Assert.Equal("new.secretary@example.org", Assert.Single(office.Letters.All).To);
        Assert.Equal("/u", (await phone.GetAsync(await MailedLinkAsync(office))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_unit_gets_three_a_day_and_the_next_day_more()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await DeadLinkAsync(office);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(phone, link);
        }

        Assert.Equal(3, office.Letters.All.Count);
        office.Clock.Advance(TimeSpan.FromHours(15)); // midnight in Vietnam
        await AskAsync(phone, link);
        Assert.Equal(4, office.Letters.All.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no-address")]
    public async Task Nobody_learns_whether_the_unit_has_an_address(string? email)
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await DeadLinkAsync(office);
        var known = await AskAsync(phone, link);
        Put(office, email);

        Assert.Equal(known, await AskAsync(phone, link));
        Assert.Single(office.Letters.All);
    }

    [Fact]
    public async Task A_unit_that_ended_is_not_written_to()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await DeadLinkAsync(office);
        var known = await AskAsync(phone, link);
        office.Tree["cell-1"] = office.Tree["cell-1"] with { ValidTo = new DateOnly(2026, 11, 23) };

        Assert.Equal(known, await AskAsync(phone, link));
        Assert.Single(office.Letters.All);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_gets_no_offer_and_sends_nothing()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();
        var link = await DeadLinkAsync(office);
        var (token, _) = await FormAsync(phone, link);
        var damaged = link[..^1];

        var answer = await phone.PostAsync(damaged + "/fresh", new FormUrlEncodedContent(token));
        var shown = await phone.GetAsync(answer.Headers.Location);

        Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        Assert.DoesNotContain("/fresh", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(office.Letters.All);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_is_refused()
    {
        await using var office = await OfficeAsync();
        using var phone = office.Browser();

        var answer = await phone.PostAsync(await DeadLinkAsync(office) + "/fresh", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(office.Letters.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sent=true")]
    public async Task The_page_is_usable_on_a_small_phone(string query)
    {
        await using var office = await OfficeAsync();

        await PageCheck.IsUsableAsync(chromium, new Uri(office.App.Urls.First() + await DeadLinkAsync(office) + query));
    }

    private static async Task<RunningBackOffice> OfficeAsync()
    {
        var office = await RunningBackOffice.StartAsync();
        Put(office, OnFile);
        return office;
    }

    private static void Put(RunningBackOffice office, string? email, int epoch = 0) =>
        office.Tree["cell-1"] = office.Tree["cell-1"] with
        {
            Contacts = new(new("Nguyễn Văn Thử", email, null), []),
            LinkEpoch = epoch,
        };

    private static Task<string> DeadLinkAsync(RunningBackOffice office) => LinkAsync(office, LongAgo);

    private static async Task<string> LinkAsync(RunningBackOffice office, DateOnly dueOn) =>
        (await office.Get<IUnitLinks>().CreateAsync(OrganizationId.Parse("cell-1"), 0, dueOn, CancellationToken.None)).PathAndQuery;

    /// <summary>Presses the button as a person does, and reads what is then shown.</summary>
    private static async Task<string> AskAsync(HttpClient phone, string link, params (string Name, string Value)[] typed)
    {
        var (fields, action) = await FormAsync(phone, link);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        var answer = await phone.PostAsync(action, new FormUrlEncodedContent(fields));
        var shown = await phone.GetAsync(answer.Headers.Location);
        var page = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        return $"{(int)shown.StatusCode} {string.Join(' ', page.QuerySelectorAll("main p").Select(p => p.TextContent))}";
    }

    private static async Task<(Dictionary<string, string> Fields, string Action)> FormAsync(HttpClient phone, string link)
    {
        var page = new HtmlParser().ParseDocument(await (await phone.GetAsync(link)).Content.ReadAsStringAsync());
        var form = page.QuerySelector("main form")!;
        return (
            form.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? ""),
            form.GetAttribute("action")!);
    }

    private static async Task<string> MailedLinkAsync(RunningBackOffice office)
    {
        var mail = (await office.Get<Mailbox>().PageAsync(0, 1, CancellationToken.None)).Single();
        var line = mail.Text.Split('\n').Single(l => l.StartsWith("http://party.example.org/u/", StringComparison.Ordinal));
        return new Uri(line.Trim()).PathAndQuery;
    }
}
