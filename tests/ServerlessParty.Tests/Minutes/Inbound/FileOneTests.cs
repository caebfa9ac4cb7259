using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Minutes.Inbound.MailScene;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class FileOneTests
{
    private readonly MailScene _scene = new();

    [Fact]
    public async Task A_mail_of_a_known_sender_is_handed_in_for_the_month_it_names()
    {
        var mail = await _scene.ReceivePdfAsync();

        var minutes = Assert.Single(_scene.Minutes.All);
        Assert.Equal((IntakeState.Filed, "cell-1"), (mail.State, mail.Outcome.Unit));
        Assert.Equal([minutes.Id.ToString()], mail.Outcome.Documents);
        Assert.Equal("cell-1|minutes.regular|2026-11", minutes.Id.Key.ToString());
        Assert.Equal((MinutesChannel.Mail, $"mail:{mail.Id}", "bien-ban.pdf"), (minutes.Channel, minutes.ReceivedBy, minutes.FileName));
    }

    [Fact]
    public async Task The_same_mail_ten_times_at_once_is_one_row_and_one_document()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _scene.ReceivePdfAsync()));

        Assert.Single(_scene.Intake.Rows);
        Assert.Single(_scene.Minutes.All);
        Assert.Single(all.Select(m => m.Id).Distinct());
    }

    [Fact]
    public async Task Each_document_is_handed_in_on_its_own_and_what_programs_add_is_left_out()
    {
        var mail = await _scene.ReceiveAsync(WithPdf(WithPdf(Sent("Gửi biên bản"), name: "T10.pdf"), "%PDF two", "chuyen-de-T9.pdf")
            .WithFile(new byte[500], "logo.png", "image/png").WithFile([1], "binh.vcf", "text/vcard"));

        Assert.Equal(IntakeState.Filed, mail.State);
        Assert.Equal(
            ["cell-1|minutes.regular|2026-10", "cell-1|minutes.thematic|2026-Q3"], _scene.Minutes.All.Select(m => m.Id.Key.ToString()));
        Assert.Empty(mail.Outcome.Refusals);
    }

    [Fact]
    public async Task Several_photos_are_the_pages_of_one_document()
    {
        var mail = await _scene.ReceiveAsync(Sent()
            .WithFile(Jpeg, "trang-1.jpg", "image/jpeg").WithFile([.. Jpeg, 1], "trang-2.jpg", "image/jpeg"));

        var minutes = Assert.Single(_scene.Minutes.All);
        Assert.Equal((IntakeState.Filed, "trang-1.pdf"), (mail.State, minutes.FileName));
    }

    [Fact]
    public async Task One_photo_is_a_document_by_itself()
    {
        await _scene.ReceiveAsync(Sent().WithFile(Jpeg, "trang-1.jpg", "image/jpeg"));

        Assert.Equal("trang-1.jpg", Assert.Single(_scene.Minutes.All).FileName);
    }

    [Fact]
    public async Task Without_a_word_about_the_period_it_is_for_what_is_open()
    {
        var mail = await _scene.ReceivePdfAsync(Sent("Gửi đồng chí"));
        Assert.Equal((IntakeState.Triage, MailRefusals.Period), (mail.State, mail.Outcome.Reason));

        _scene.Obligations.Put(new Obligation(Given.Key("cell-1", "minutes.regular", "2026-10"), Given.Day("2026-11-05"), Given.Day("2026-10-01")));
        await _scene.ReceivePdfAsync(Sent("Gửi đồng chí lần nữa"));

        Assert.Equal("2026-10", Assert.Single(_scene.Minutes.All).Id.Key.Period.Value);
    }

    [Theory]
    [InlineData("stranger@example.net", true, "mail.unknownSender")]
    [InlineData("binh@example.org", false, "mail.notAligned")]
    [InlineData("chung@example.org", true, "mail.severalUnits")]
    public async Task A_mail_that_cannot_be_matched_waits_for_a_person_and_is_kept(string from, bool aligned, string reason)
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: from, aligned: aligned));

        Assert.Equal((IntakeState.Triage, reason), (mail.State, mail.Outcome.Reason));
        Assert.Contains(mail.Id, _scene.Intake.Posts);
        Assert.Empty(_scene.Minutes.All);
    }

    [Theory]
    [InlineData("", "mail.noDocument")]
    [InlineData("Auto-Submitted: auto-replied\n", "mail.automatic")]
    public async Task A_mail_without_a_document_waits_for_a_person(string headers, string reason)
    {
        var mail = await _scene.ReceiveAsync(Sent(headers: headers));

        Assert.Equal((IntakeState.Triage, reason), (mail.State, mail.Outcome.Reason));
    }

    [Fact]
    public async Task A_post_that_cannot_be_read_waits_for_a_person()
    {
        await using var post = await SpooledPost.CreateAsync(new MemoryStream("junk"u8.ToArray()), null, CancellationToken.None);

        var stored = await _scene.Receive.RunAsync(post, CancellationToken.None);

        Assert.Equal((IntakeState.Triage, MailRefusals.Unreadable), (stored.Mail.State, stored.Mail.Outcome.Reason));
    }

    [Fact]
    public async Task More_documents_than_a_mail_may_have_wait_for_a_person()
    {
        var posts = Enumerable.Range(0, UnpackMail.MaxDocuments + 1).Aggregate(Sent(), (p, n) => WithPdf(p, $"%PDF {n}", $"{n}.pdf"));

        var mail = await _scene.ReceiveAsync(posts);

        Assert.Equal((IntakeState.Triage, MailRefusals.TooManyDocuments), (mail.State, mail.Outcome.Reason));
        Assert.Empty(_scene.Minutes.All);
    }

    [Fact]
    public async Task What_is_not_taken_is_refused_with_its_reason_and_the_rest_is_filed()
    {
        var mail = await _scene.ReceiveAsync(WithPdf(Sent()).WithFile("MZ"u8.ToArray(), "a.exe").WithFile([7], "winmail.dat", "application/ms-tnef"));

        Assert.Equal(IntakeState.Filed, mail.State);
        Assert.Equal([new("minutes.type", "a.exe"), new("mail.winmail", "winmail.dat")], mail.Outcome.Refusals);
    }

    [Fact]
    public async Task A_mail_of_which_nothing_is_taken_is_refused()
    {
        _scene.Minutes.Accepted.Add(Period.Month(2026, 11));

        var mail = await _scene.ReceivePdfAsync();

        Assert.Equal(IntakeState.Refused, mail.State);
        Assert.Equal([new(MinutesRefusals.NotOwed, "bien-ban.pdf")], mail.Outcome.Refusals);
    }

    [Fact]
    public async Task What_the_unit_handed_in_before_is_named_and_not_handed_in_again()
    {
        var first = await _scene.ReceivePdfAsync();

        var again = await _scene.ReceivePdfAsync(Sent("Gửi lại biên bản tháng 11/2026"));

        Assert.Equal(IntakeState.Refused, again.State);
        Assert.Equal(
            new IntakeRefusal(MinutesRefusals.Duplicate, "bien-ban.pdf", first.Outcome.Documents[0]), Assert.Single(again.Outcome.Refusals));
    }

    [Theory]
    [InlineData("Biên bản (MẬT)", "Kính gửi", "%PDF", "a.pdf", "binh@example.org")]
    [InlineData("tháng 11", "MẬT\nKính gửi", "%PDF", "a.pdf", "binh@example.org")]
    [InlineData("tháng 11", "Kính gửi", "%PDF", "a (MẬT).pdf", "binh@example.org")]
    [InlineData("tháng 11", "Kính gửi", "%PDF SECRET", "a.pdf", "binh@example.org")]
    [InlineData("tháng 11", "Kính gửi", "%PDF SECRET", "a.pdf", "stranger@example.net")]
    public async Task A_mail_with_a_mark_is_refused_whole_and_nothing_of_it_is_kept(
        string subject, string text, string content, string name, string from)
    {
        var mail = await _scene.ReceiveAsync(WithPdf(WithPdf(Sent(subject, from, text: text)), content, name));

        Assert.Empty(_scene.Minutes.All);
        Assert.Empty(_scene.Intake.Posts);
        Assert.Empty(_scene.Intake.Marks);
        Assert.Equal((IntakeState.Refused, null, "", 0), (mail.State, mail.Sender, mail.Subject, mail.Files.Count));
        Assert.Equal([new(MinutesRefusals.Secret, "")], mail.Outcome.Refusals);
        Assert.Null(mail.Outcome.Unit);
    }
}
