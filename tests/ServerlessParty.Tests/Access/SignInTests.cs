using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

/// <summary>The mailed sign-in link and its session, over HTTP.</summary>
public sealed class SignInTests
{
    private const string Email = "staff@example.org";
    private const string Guarded = "/api/audit/cell-1";
    private static readonly Grant Staff = new("g1", Email, Role.Commission, OrganizationId.Parse("north"));

    [Fact]
    public async Task A_mailed_link_signs_in_once()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();

        await browser.PressAsync("/sign-in?returnUrl=%2Fcampaigns", ("email", "Staff@Example.org"));
        var path = await MailedPathAsync(office);
        var signedIn = await browser.PressAsync(path);
        using var second = office.Browser();

        Assert.Equal("/campaigns", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Guarded)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await second.PressAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(Guarded)).StatusCode);
    }

    [Fact]
    public async Task A_scanner_that_opens_the_link_uses_nothing_up()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();
        await browser.PressAsync("/sign-in", ("email", Email));
        var path = await MailedPathAsync(office);
        using var scanner = office.Browser();

        await scanner.GetAsync(path);
        await scanner.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, (await scanner.GetAsync(Guarded)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PressAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_answer_and_no_letter()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();

        var known = await browser.PressAsync("/sign-in", ("email", Email));
        var stranger = await browser.PressAsync("/sign-in", ("email", "stranger@example.org"));

        Assert.Equal(known.StatusCode, stranger.StatusCode);
        Assert.Equal(known.Headers.Location, stranger.Headers.Location);
        Assert.Equal(Email, Assert.Single(office.Letters.All).To);
    }

    [Fact]
    public async Task The_letters_record_is_handed_over_and_holds_no_secret()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();

        await browser.PressAsync("/sign-in", ("email", Email));
        var token = (await MailedPathAsync(office)).Split('/', '?')[2];
        var letter = Assert.Single(office.Letters.All);

        Assert.Equal((LetterState.HandedOver, LetterClass.Access), (letter.State, letter.Id.Class));
        Assert.DoesNotContain(token, letter.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fourth_link_within_fifteen_minutes_is_not_mailed()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.PressAsync("/sign-in", ("email", Email));
        }

        Assert.Equal(3, office.Letters.All.Count);
        office.Clock.Advance(TimeSpan.FromMinutes(15));
        await browser.PressAsync("/sign-in", ("email", Email));
        Assert.Equal(4, office.Letters.All.Count);
    }

    [Theory]
    [InlineData(899, HttpStatusCode.Redirect)]
    [InlineData(900, HttpStatusCode.Gone)]
    public async Task A_link_works_for_fifteen_minutes(int seconds, HttpStatusCode expected)
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();
        await browser.PressAsync("/sign-in", ("email", Email));
        var path = await MailedPathAsync(office);

        office.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, (await browser.PressAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_removed_grant_ends_its_session_at_once()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Commission, "north");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Guarded)).StatusCode);

        office.Grants.Remove((await office.Grants.FindAsync("commission-north", CancellationToken.None))!);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Guarded)).StatusCode);
    }

    [Fact]
    public async Task A_session_lasts_twelve_hours_from_its_last_use()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Commission, "north");

        office.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Guarded)).StatusCode);
        office.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Guarded)).StatusCode);
        office.Clock.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(Guarded)).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/")]
    [InlineData("//elsewhere.example.org")]
    [InlineData("/\\elsewhere.example.org")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();

        await browser.PressAsync("/sign-in", ("email", Email), ("returnUrl", returnUrl));
        var path = (await MailedPathAsync(office)).Split('?')[0];

        Assert.Equal("/", (await browser.PressAsync(path, ("returnUrl", returnUrl))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_is_refused()
    {
        await using var office = await InvitedAsync();
        using var browser = office.Browser();

        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", Email)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(office.Letters.All);
    }

    private static async Task<RunningBackOffice> InvitedAsync()
    {
        var office = await RunningBackOffice.StartAsync();
        await office.Grants.AddAsync(Staff, CancellationToken.None);
        return office;
    }

    private static async Task<string> MailedPathAsync(RunningBackOffice office)
    {
        var mail = (await office.Get<Mailbox>().PageAsync(0, 1, CancellationToken.None)).Single();
        var link = mail.Text.Split('\n').Single(line => line.StartsWith("http://party.example.org/sign-in/", StringComparison.Ordinal));
        return new Uri(link.Trim()).PathAndQuery;
    }
}
