using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Minutes.Inbound.MailScene;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>A mail whose filing was cut off is gone on with, and nothing is done twice.</summary>
public sealed class CutOffMailTests
{
    private readonly MailScene _scene = new();

    [Fact]
    public async Task What_was_handed_in_before_the_cut_counts_as_filed_and_the_rest_follows()
    {
        _scene.Minutes.Before = handIn => CutAt(handIn, "two.pdf");
        var mail = await _scene.ReceiveAsync(WithPdf(WithPdf(Sent(), "%PDF 1", "one.pdf"), "%PDF 2", "two.pdf"));
        Assert.Equal((IntakeState.Received, 1), (mail.State, _scene.Minutes.All.Count));

        await GoOnAsync();

        var filed = (await _scene.Intake.FindAsync(mail.Id, CancellationToken.None))!;
        Assert.Equal(IntakeState.Filed, filed.State);
        Assert.Equal(["one.pdf", "two.pdf"], _scene.Minutes.All.Select(m => m.FileName));
        Assert.Equal(_scene.Minutes.All.Select(m => m.Id.ToString()), filed.Outcome.Documents);
        Assert.Empty(filed.Outcome.Refusals);
        Assert.Empty(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task Photos_that_were_joined_and_handed_in_before_the_cut_are_not_joined_anew()
    {
        var mail = await _scene.ReceiveAsync(Sent().WithFile(Jpeg, "a.jpg", "image/jpeg").WithFile([.. Jpeg, 1], "b.jpg", "image/jpeg"));
        // As a crash right before its end leaves it.
        await _scene.Intake.AdvanceAsync(mail, mail with { State = IntakeState.Received, Outcome = IntakeOutcome.None }, CancellationToken.None);
        _scene.Intake.Lose(mail.Id);

        await GoOnAsync();

        Assert.Equal(
            [Assert.Single(_scene.Minutes.All).Id.ToString()],
            (await _scene.Intake.FindAsync(mail.Id, CancellationToken.None))!.Outcome.Documents);
    }

    [Fact]
    public async Task A_scanner_that_is_down_leaves_the_mail_for_later()
    {
        var mail = await _scene.ReceivePdfAsync(WithPdf(Sent(), "%PDF BUSY", "b.pdf"));

        Assert.Equal(IntakeState.Received, mail.State);
        Assert.Equal([mail.Id], _scene.Intake.Marks);
        Assert.Empty(_scene.Minutes.All);
        Assert.Empty(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task An_answer_that_went_before_the_cut_does_not_go_again()
    {
        var mail = await _scene.ReceiveAsync(WithPdf(Sent()).WithFile("MZ"u8.ToArray(), "a.exe"));
        await _scene.Intake.AdvanceAsync(mail, mail with { State = IntakeState.Received, Outcome = IntakeOutcome.None }, CancellationToken.None);
        _scene.Intake.Lose(mail.Id);

        await GoOnAsync();

        Assert.Single(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task A_delivery_that_died_before_its_row_is_filed_from_its_post()
    {
        var mail = await _scene.ReceivePdfAsync();
        _scene.Intake.Lose(mail.Id, row: true);

        await GoOnAsync();

        Assert.Equal(IntakeState.Filed, (await _scene.Intake.FindAsync(mail.Id, CancellationToken.None))!.State);
        Assert.Single(_scene.Minutes.All);
    }

    private void CutAt(HandIn handIn, string name)
    {
        if (handIn.File.FileName == name)
        {
            _scene.Minutes.Before = _ => { };
            throw new CutOffException();
        }
    }

    private Task<MailFiled> GoOnAsync()
    {
        _scene.Clock.Advance(FileMail.Grace * 2);
        return _scene.FileMail.RunAsync(CancellationToken.None);
    }
}
