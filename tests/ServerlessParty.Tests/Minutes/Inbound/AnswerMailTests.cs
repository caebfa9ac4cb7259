using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Inbound;
using static ServerlessParty.Tests.Minutes.Inbound.MailScene;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>Who is answered, and with what.</summary>
public sealed class AnswerMailTests
{
    private readonly MailScene _scene = new();

    [Fact]
    public async Task A_mail_that_was_filed_is_not_answered_here_since_its_receipt_is()
    {
        await _scene.ReceivePdfAsync();

        Assert.Empty(_scene.Mailer.Taken);
    }

    [Theory]
    [InlineData("binh@example.org", "nop@in.example.org", "binh@example.org")]
    [InlineData("hoa@example.org", "nop@in.example.org", "hoa@example.org")] // on file too
    [InlineData("stranger@example.net", "nop+abc@in.example.org", "binh@example.org")] // never to an address that is not
    public async Task A_refusal_goes_to_an_address_on_file(string from, string to, string answered)
    {
        await _scene.ReceiveAsync(Sent(from: from, to: to).WithFile("MZ"u8.ToArray(), "a.exe"));

        var letter = Assert.Single(_scene.Mailer.Taken);
        Assert.Equal(answered, letter.To);
        Assert.Contains("- a.exe: [minutes.type]", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Chi bộ cell-1", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cell-1", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(LetterClass.Receipt, letter.Letter.Class);
    }

    [Fact]
    public async Task An_answer_leaves_in_the_stores_own_words()
    {
        _scene.Templates.Set(InboundKinds.Refused, "vi", "Gửi lại tệp", "Gửi {unit}, thư lúc {moment}:\n\n{files}");

        await _scene.ReceiveAsync(Sent().WithFile("MZ"u8.ToArray(), "a.exe"));

        var letter = Assert.Single(_scene.Mailer.Taken);
        Assert.Equal("Gửi lại tệp", letter.Subject);
        Assert.Equal("Gửi Chi bộ cell-1, thư lúc 24/11/2026 09:00:\n\n- a.exe: [minutes.type]\n", letter.Text);
    }

    [Fact]
    public async Task A_unit_without_an_address_is_not_answered()
    {
        _scene.Tokens["xyz"] = "cell-0";

        await _scene.ReceiveAsync(Sent(to: "nop+xyz@in.example.org").WithFile("MZ"u8.ToArray(), "a.exe"));

        Assert.Empty(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task A_duplicate_says_what_it_repeats()
    {
        await _scene.ReceivePdfAsync();

        await _scene.ReceivePdfAsync(Sent("Gửi lại tháng 11/2026"));

        Assert.Contains("tháng 11/2026, bản 1", Assert.Single(_scene.Mailer.Taken).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_aligned_sender_in_triage_gets_one_neutral_line_a_day()
    {
        await _scene.ReceivePdfAsync(Sent("một", "stranger@example.net"));
        await _scene.ReceivePdfAsync(Sent("hai", "stranger@example.net"));

        var letter = Assert.Single(_scene.Mailer.Taken);
        Assert.Equal("stranger@example.net", letter.To);
        Assert.DoesNotContain("chi bộ", letter.Text, StringComparison.OrdinalIgnoreCase);

        _scene.Clock.Advance(TimeSpan.FromDays(1));
        await _scene.ReceivePdfAsync(Sent("ba", "stranger@example.net"));
        Assert.Equal(2, _scene.Mailer.Taken.Count);
    }

    [Fact]
    public async Task An_unaligned_sender_hears_nothing()
    {
        await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net", aligned: false));
        await _scene.ReceivePdfAsync(Sent(aligned: false));

        Assert.Empty(_scene.Mailer.Taken);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "binh@example.org")]
    [InlineData("Precedence: bulk", "binh@example.org")]
    [InlineData("List-Id: <a.example.org>", "binh@example.org")]
    [InlineData("", "")] // a null sender
    [InlineData("", "nop@in.example.org")] // ourselves
    [InlineData("", "back-office@example.org")] // ourselves
    public async Task Programs_lists_and_ourselves_are_never_answered(string header, string envelope)
    {
        var posts = new ServerlessParty.Tests.Mail.Inbound.Posts()
            .With("envelope", $$"""{"to":["nop+abc@in.example.org"],"from":"{{envelope}}"}""")
            .With("headers", $"From: binh@example.org\n{header}\n")
            .With("dkim", "{@example.org : pass}")
            .With("subject", "tháng 11");
        await _scene.ReceiveAsync(posts.WithFile("MZ"u8.ToArray(), "a.exe"));
        await _scene.ReceiveAsync(posts.With("text", "không kèm gì"));

        Assert.Equal(2, _scene.Intake.Rows.Count);
        Assert.Empty(_scene.Mailer.Taken);
    }

    [Theory]
    [InlineData("binh@example.org", true, "binh@example.org")]
    [InlineData("stranger@example.net", true, "stranger@example.net")]
    [InlineData("stranger@example.net", false, null)]
    public async Task The_sender_of_a_marked_paper_is_told_where_such_papers_go(string from, bool aligned, string? answered)
    {
        await _scene.ReceiveAsync(WithPdf(Sent("Báo cáo (MẬT)", from, aligned: aligned)));

        Assert.Equal(answered, _scene.Mailer.Taken.SingleOrDefault()?.To);
        Assert.All(_scene.Mailer.Taken, letter =>
        {
            Assert.Contains($"[{MinutesRefusals.Secret}]", letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Báo cáo", letter.Text + letter.Subject, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_letter_that_cannot_be_sent_holds_nothing_up()
    {
        _scene.Mailer.Answer = _ => throw new IOException("no carrier");

        var mail = await _scene.ReceiveAsync(Sent().WithFile("MZ"u8.ToArray(), "a.exe"));

        Assert.Equal(IntakeState.Refused, mail.State);
    }
}
