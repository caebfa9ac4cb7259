using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail;

public sealed class FolderMailerTests : IDisposable
{
    private const string Subject = "Nhắc nộp: biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026 và kết quả xếp loại 🌾 năm 2026";
    private static readonly LetterId Id = new(0, new DateOnly(2026, 11, 24), LetterClass.Reminder, "ab12", "1");
    private readonly string _path = Directory.CreateTempSubdirectory().FullName;
    private readonly MailFolder _folder;
    private readonly FolderMailer _mailer;

    public FolderMailerTests()
    {
        _folder = new MailFolder(Path.Combine(_path, "mail"));
        var options = new MailOptions { From = "btc@example.org", FromName = "Ban Tổ chức Tỉnh ủy" };
        _mailer = new FolderMailer(_folder, options, StoppedClock.At("2026-11-24T02:00:00Z"));
    }

    [Fact]
    public async Task A_letter_becomes_a_file_that_mail_programs_read()
    {
        await SendAsync(Mail());

        var mail = MimeReader.Read(File.ReadAllBytes(_folder.FileOf(Id, 1)));
        Assert.Equal(Subject, mail.Header("Subject"));
        Assert.Equal("Ban Tổ chức Tỉnh ủy <btc@example.org>", mail.Header("From"));
        Assert.Equal("bithu@example.org", mail.Header("To"));
        Assert.Equal("Tue, 24 Nov 2026 02:00:00 +0000", mail.Header("Date"));
        Assert.Equal($"<{Id}.1@example.org>", mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("Kính gửi đồng chí Bí thư\r\n", mail.Part("text/plain"));
        Assert.Equal("<p>Kính gửi đồng chí Bí thư</p>", mail.Part("text/html"));
    }

    [Fact]
    public async Task The_file_is_ASCII_in_short_lines_ended_by_CRLF()
    {
        await SendAsync(Mail() with { Text = new string('ộ', 5_000) });

        var text = Encoding.Latin1.GetString(File.ReadAllBytes(_folder.FileOf(Id, 1)));
        Assert.All(text, c => Assert.True(char.IsAscii(c)));
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task A_subject_cannot_begin_another_header()
    {
        await SendAsync(Mail() with { Subject = "Nhắc\r\nBcc: all@example.org" });

        Assert.Null(MimeReader.Read(File.ReadAllBytes(_folder.FileOf(Id, 1))).Header("Bcc"));
    }

    [Fact]
    public async Task An_answer_goes_where_the_letter_says_and_else_to_the_sender()
    {
        await SendAsync(Mail() with { ReplyTo = "nop+abc@mail.example.org" });
        Assert.Equal("nop+abc@mail.example.org", Written().Header("Reply-To"));

        await SendAsync(Mail());
        Assert.Null(Written().Header("Reply-To"));
    }

    [Fact]
    public async Task What_is_no_address_is_no_place_for_answers()
    {
        await SendAsync(Mail() with { ReplyTo = "a@example.org\r\nBcc: all@example.org" });

        Assert.Null(Written().Header("Reply-To"));
        Assert.Null(Written().Header("Bcc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-address")]
    [InlineData("a@example.org\r\nBcc: all@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("đồng.chí@example.org")]
    public async Task What_is_no_address_is_refused(string to)
    {
        Assert.IsType<HandOver.Refused>(await SendAsync(Mail() with { To = to }));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task Each_attempt_can_be_recalled_and_one_that_was_not_written_is_known_not_sent()
    {
        var result = await SendAsync(Mail());

        Assert.Equal(result, await _mailer.RecallAsync(Id, 1, CancellationToken.None));
        Assert.IsType<HandOver.NotSent>(await _mailer.RecallAsync(Id, 2, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_sends_nothing_and_leaves_no_draft()
    {
        Directory.CreateDirectory(_folder.FileOf(Id, 1));

        Assert.IsType<HandOver.NotSent>(await SendAsync(Mail()));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task No_id_leads_out_of_the_folder()
    {
        var letter = Id with { Sequence = "../../outside" };

        await SendAsync(Mail() with { Letter = letter });

        Assert.Single(Directory.EnumerateFiles(_folder.Path));
        Assert.Equal([_folder.Path], Directory.EnumerateFileSystemEntries(_path));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private MimeReader Written() => MimeReader.Read(File.ReadAllBytes(_folder.FileOf(Id, 1)));

    private static OutgoingMail Mail() => new(
        Id, 1, "bithu@example.org", Subject, "Kính gửi đồng chí Bí thư\n", "<p>Kính gửi đồng chí Bí thư</p>");

    private async Task<HandOver> SendAsync(OutgoingMail mail) =>
        (await _mailer.HandOverAsync([mail], CancellationToken.None)).Single();
}
