using System.Net;
using AngleSharp.Html.Parser;
using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail;

/// <summary>The mailbox of a developer's machine, over HTTP.</summary>
public sealed class MailboxTests
{
    private static readonly LetterId Id = new(0, new DateOnly(2026, 11, 24), LetterClass.Reminder, "ab12", "1");

    [Fact]
    public async Task An_empty_mailbox_says_so()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = office.Browser();

        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync("/mailbox"));

        Assert.NotNull(page.QuerySelector("main .notice"));
    }

    [Fact]
    public async Task A_letter_is_listed_and_shown_with_its_markup_locked_in()
    {
        await using var office = await RunningBackOffice.StartAsync();
        await SendAsync(office, Mail(1));
        using var browser = office.Browser();

        var list = new HtmlParser().ParseDocument(await browser.GetStringAsync("/mailbox"));
        var link = Assert.Single(list.QuerySelectorAll("main tbody a"));
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(link.GetAttribute("href")));

        Assert.Equal("Nhắc nộp số 1", link.TextContent);
        Assert.Equal("Văn bản\r\n".ReplaceLineEndings("\n"), page.QuerySelector("pre")!.TextContent.ReplaceLineEndings("\n"));
        var frame = page.QuerySelector("iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_letter_keeps_its_styles_and_says_where_an_answer_goes()
    {
        await using var office = await RunningBackOffice.StartAsync();
        await SendAsync(office, Mail(1) with { ReplyTo = "nop+abc@mail.example.org" });
        using var browser = office.Browser();

        var answer = await browser.GetAsync($"/mailbox/{Id}.1");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Contains("style-src 'self' 'unsafe-inline';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("nop+abc@mail.example.org", page.QuerySelectorAll("main dd").Select(d => d.TextContent));
    }

    [Fact]
    public async Task A_long_mailbox_is_paged_newest_first()
    {
        await using var office = await RunningBackOffice.StartAsync();
        await SendAsync(office, [.. Enumerable.Range(1, 51).Select(Mail)]);
        using var browser = office.Browser();

        var first = new HtmlParser().ParseDocument(await browser.GetStringAsync("/mailbox"));
        var second = new HtmlParser().ParseDocument(await browser.GetStringAsync("/mailbox?page=2"));

        Assert.Equal(50, first.QuerySelectorAll("main tbody tr").Length);
        Assert.Single(first.QuerySelectorAll("main a[href='/mailbox?page=2']"));
        Assert.Equal("Nhắc nộp số 1", Assert.Single(second.QuerySelectorAll("main tbody a")).TextContent);
        Assert.Empty(second.QuerySelectorAll("main a[href='/mailbox?page=3']"));
    }

    [Fact]
    public async Task The_file_itself_is_given_as_text()
    {
        await using var office = await RunningBackOffice.StartAsync();
        await SendAsync(office, Mail(1));
        using var browser = office.Browser();

        var raw = await browser.GetAsync($"/mailbox/{Id}.1/raw");

        Assert.Equal("text/plain", raw.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"Message-ID: <{Id}.1@", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mailbox/no-such-letter")]
    [InlineData("/mailbox/..%2Fmail%2F..%2F..%2Fetc")]
    [InlineData("/mailbox/%2Fetc%2Fpasswd/raw")]
    [InlineData("/mailbox/*/raw")]
    public async Task Nothing_but_the_letters_is_shown(string path)
    {
        await using var office = await RunningBackOffice.StartAsync();
        await SendAsync(office, Mail(1));
        using var browser = office.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
    }

    private static OutgoingMail Mail(int number) => new(
        Id with { Sequence = $"{number}" }, 1, "bithu@example.org", $"Nhắc nộp số {number}", "Văn bản\n", "<p>Văn bản</p><script>alert(1)</script>");

    private static async Task SendAsync(RunningBackOffice office, params OutgoingMail[] mails) =>
        Assert.All(
            await office.Get<IMailer>().HandOverAsync(mails, CancellationToken.None),
            result => Assert.IsType<HandOver.Taken>(result));
}
