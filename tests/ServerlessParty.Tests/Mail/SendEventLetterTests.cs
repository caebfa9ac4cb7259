using AngleSharp.Html.Parser;
using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail;

public sealed class SendEventLetterTests
{
    private const string To = "bithu@example.org";
    private static readonly DateOnly Day = new(2026, 12, 4);

    private static readonly EventMail Mail = new(
        LetterClass.Receipt, "cell-1.2026-11.1", To, "[Đã nhận] Biên bản tháng 11/2026",
        ["Kính gửi đồng chí Bí thư,", "- Tệp: <b>bien-ban</b>.pdf\n- Lần nộp: 1"],
        new EventMailLink(new("https://party.example.org/u/x?a=1&b=2"), "Mở trang nộp"))
    {
        Closing = ["Ban Tổ chức Tỉnh ủy"],
    };

    private readonly EventPost _post = new();

    [Fact]
    public async Task The_same_event_again_sends_nothing()
    {
        Assert.Equal(LetterState.HandedOver, await RunAsync(Mail));
        Assert.Null(await RunAsync(Mail));

        Assert.Equal(To, _post.Sent.To);
    }

    [Fact]
    public async Task The_letter_is_claimed_before_the_carrier_is_asked()
    {
        _post.Mailer.Answer = _ =>
        {
            Assert.Equal((LetterState.Sending, 1), (Letter.State, Letter.Attempts));
            return new HandOver.Taken("carrier-7");
        };

        await RunAsync(Mail);

        Assert.Equal(
            (LetterState.HandedOver, "carrier-7", Mail.Subject), (Letter.State, Letter.ProviderId, Letter.Subject));
    }

    public static TheoryData<HandOver, LetterState, string> Failures => new()
    {
        // The text is not stored, so that nothing can be sent later.
        { new HandOver.NotSent("busy", DateTimeOffset.MaxValue), LetterState.Failed, "busy" },
        { new HandOver.Refused("no such box"), LetterState.Failed, "no such box" },
        { new HandOver.Unknown("cut off"), LetterState.Uncertain, "cut off" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_did_not_leave_has_failed_and_what_may_have_left_is_uncertain(
        HandOver answer, LetterState state, string problem)
    {
        _post.Mailer.Answer = _ => answer;

        Assert.Equal(state, await RunAsync(Mail));

        Assert.Equal((state, problem, null), (Letter.State, Letter.Problem, Letter.NotBefore));
    }

    [Fact]
    public async Task A_failing_carrier_fails_no_request_and_its_words_stay_out_of_the_log()
    {
        _post.Mailer.Answer = mail => throw new IOException($"550 unknown user {mail.To}");

        Assert.Equal(LetterState.Uncertain, await RunAsync(Mail));

        Assert.Equal((LetterState.Uncertain, nameof(IOException)), (Letter.State, Letter.Problem));
        var line = Assert.Single(_post.Log.All);
        Assert.Contains(Letter.Id.ToString(), line, StringComparison.Ordinal);
        Assert.DoesNotContain(To, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carrier_that_does_not_answer_within_two_minutes_leaves_the_letter_uncertain()
    {
        var clock = new TwoMinutesLater();
        var post = new EventPost();
        var send = new SendEventLetter(
            post.Letters, new SilentMailer(), new OwnTemplates(), LetterRendering.Html(), StoreLanguage.Vietnamese, clock, post.Log);

        Assert.Equal(LetterState.Uncertain, await send.RunAsync(Mail, Day, CancellationToken.None));

        Assert.Equal([TimeSpan.FromMinutes(2)], clock.Limits);
    }

    [Fact]
    public async Task A_reader_who_went_away_still_gets_the_letter()
    {
        using var request = new CancellationTokenSource();
        _post.Mailer.Answer = _ =>
        {
            request.Cancel();
            return new HandOver.Taken("carrier-7");
        };

        await _post.Send.RunAsync(Mail, Day, request.Token);

        Assert.Equal(LetterState.HandedOver, Letter.State);
    }

    [Fact]
    public async Task The_letter_is_plain_text_too_with_the_link_on_a_line_of_its_own()
    {
        await RunAsync(Mail);

        Assert.Equal(
            """
            Kính gửi đồng chí Bí thư,

            - Tệp: <b>bien-ban</b>.pdf
            - Lần nộp: 1

            Mở trang nộp:
            https://party.example.org/u/x?a=1&b=2

            Ban Tổ chức Tỉnh ủy

            """, _post.Sent.Text);
    }

    [Fact]
    public async Task The_page_has_one_button_keeps_line_breaks_and_loads_nothing()
    {
        await RunAsync(Mail);

        var page = new HtmlParser().ParseDocument(_post.Sent.Html);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        var paragraphs = page.QuerySelectorAll("p").Select(p => p.TextContent.Trim()).ToList();
        Assert.Equal(
            ["Kính gửi đồng chí Bí thư,", "Mở trang nộp", Mail.Link!.Address.AbsoluteUri, "Ban Tổ chức Tỉnh ủy"],
            paragraphs.Where((_, i) => i != 1));
        Assert.Contains("<b>bien-ban</b>.pdf", paragraphs[1], StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("p br"));
        Assert.Equal(Mail.Link.Address.AbsoluteUri, Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe, b, [src], [background]"));
        Assert.DoesNotContain("url(", _post.Sent.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_says_its_language_and_where_an_answer_goes()
    {
        await RunAsync(Mail with { Language = "en", ReplyTo = "nop+abc@mail.example.org" });

        Assert.Contains("<html lang=\"en\">", _post.Sent.Html, StringComparison.Ordinal);
        Assert.Equal("nop+abc@mail.example.org", _post.Sent.ReplyTo);
    }

    private Letter Letter => Assert.Single(_post.Letters.All);

    private Task<LetterState?> RunAsync(EventMail mail) => _post.Send.RunAsync(mail, Day, CancellationToken.None);

    /// <summary>Waits until it is told to stop.</summary>
    private sealed class SilentMailer : IMailer
    {
        public int MaxLettersPerCall => 1;

        public async Task<IReadOnlyList<HandOver>> HandOverAsync(
            IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return [];
        }

        public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
            Task.FromResult<HandOver?>(null);
    }

    /// <summary>A clock on which every limit is reached at once.</summary>
    private sealed class TwoMinutesLater : TimeProvider
    {
        public List<TimeSpan> Limits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Limits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
