using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using static ServerlessParty.Tests.Minutes.Inbound.MailScene;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>What people may decide about mail that waits for them.</summary>
public sealed class TriageDecisionTests
{
    private static readonly Meeting November = new(ObligationKind.RegularMinutes, Period.Month(2026, 11));

    private readonly MailScene _scene = new();

    [Fact]
    public async Task A_mail_is_assigned_to_a_unit_and_filed_and_again_changes_nothing()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net"));

        var done = Assert.IsType<IntakeDecision.Done>(await AssignAsync(mail, "cell-2"));
        Assert.Equal(done, await AssignAsync(mail, "cell-2"));

        var minutes = Assert.Single(_scene.Minutes.All);
        Assert.Equal((IntakeState.Filed, "cell-2", "grant:7"), (done.Mail.State, done.Mail.Outcome.Unit, done.Mail.Outcome.DecidedBy));
        Assert.Equal("cell-2|minutes.regular|2026-11", minutes.Id.Key.ToString());
        Assert.Equal(_scene.Clock.GetUtcNow(), done.Mail.Outcome.DecidedAt);
    }

    [Fact]
    public async Task A_mail_that_was_filed_is_not_assigned_to_another_unit()
    {
        var mail = await _scene.ReceivePdfAsync();

        Assert.Equal(MailRefusals.Decided, Refusal(await AssignAsync(mail, "cell-2")));
    }

    [Fact]
    public async Task What_is_not_taken_stays_in_triage_with_its_reason()
    {
        var mail = await _scene.ReceiveAsync(Sent(from: "stranger@example.net").WithFile("MZ"u8.ToArray(), "a.exe"));

        var refused = Assert.IsType<IntakeDecision.Refused>(await AssignAsync(mail, "cell-2"));

        Assert.Equal([new("minutes.type", "a.exe")], refused.Files);
        Assert.Equal(IntakeState.Triage, (await _scene.Intake.FindAsync(mail.Id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Which_files_are_handed_in_may_be_chosen()
    {
        var mail = await _scene.ReceiveAsync(WithPdf(Sent(from: "stranger@example.net"), name: "one.pdf")
            .WithFile(Jpeg, "anh.jpg", "image/jpeg")
            .With("attachment-info", """{"attachment2":{"filename":"anh.jpg","type":"image/jpeg","content-id":"x@y"}}""")
            .With("html", "<img src=\"cid:x@y\">"));
        var view = await _scene.Read.RunAsync(mail.Id, CancellationToken.None);
        Assert.Equal([AttachmentUse.Document, AttachmentUse.LeftOut], view!.Files.Select(f => f.Use));

        await AssignAsync(mail, "cell-2", 2);

        Assert.Equal("anh.jpg", Assert.Single(_scene.Minutes.All).FileName);
    }

    [Fact]
    public async Task A_mail_without_a_chosen_file_is_not_assigned()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net"));

        Assert.Equal(MailRefusals.NothingChosen, Refusal(await AssignAsync(mail, "cell-2", 9)));
    }

    [Fact]
    public async Task A_failure_leaves_it_in_triage()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net"));
        _scene.Minutes.Before = _ => throw new IOException();
        await Assert.ThrowsAsync<IOException>(() => AssignAsync(mail, "cell-2"));

        Assert.Equal(IntakeState.Triage, (await _scene.Intake.FindAsync(mail.Id, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task A_mail_is_laid_aside_with_a_reason_and_kept_and_may_be_taken_up_again()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net"));

        Assert.Equal(MailRefusals.ReasonMissing, Refusal(await DiscardAsync(mail, "  ")));
        Assert.Equal(MailRefusals.TooLong, Refusal(await DiscardAsync(mail, new string('x', 501))));
        var done = Assert.IsType<IntakeDecision.Done>(await DiscardAsync(mail, "Thư quảng cáo"));
        Assert.Equal(done, await DiscardAsync(mail, "lần nữa"));
        Assert.Equal(
            (IntakeState.Discarded, "Thư quảng cáo", "grant:7", MailRefusals.UnknownSender),
            (done.Mail.State, done.Mail.Outcome.Note, done.Mail.Outcome.DecidedBy, done.Mail.Outcome.Reason));
        Assert.Contains(mail.Id, _scene.Intake.Posts);

        Assert.IsType<IntakeDecision.Done>(await AssignAsync(mail, "cell-2"));
    }

    [Fact]
    public async Task A_mail_that_is_filed_or_was_not_kept_or_does_not_exist_cannot_be_laid_aside()
    {
        var filed = await _scene.ReceivePdfAsync();
        var secret = await _scene.ReceivePdfAsync(Sent("(MẬT)"));

        Assert.Equal(MailRefusals.Decided, Refusal(await DiscardAsync(filed, "x")));
        Assert.Equal(MailRefusals.NotKept, Refusal(await DiscardAsync(secret, "x")));
        Assert.Equal(MailRefusals.NotKept, Refusal(await AssignAsync(secret, "cell-1")));
        Assert.Equal(MailRefusals.NotFound, Refusal(await _scene.Discard.RunAsync(IntakeId.Of(new byte[32]), "x", "a", CancellationToken.None)));
    }

    [Fact]
    public async Task A_mark_found_only_now_takes_the_mail_away()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "stranger@example.net"));
        _scene.Intake.Replace(mail.Id, WithPdf(Sent("(MẬT)", "stranger@example.net")));

        var done = Assert.IsType<IntakeDecision.Done>(await AssignAsync(mail, "cell-2"));

        Assert.Equal((IntakeState.Refused, ""), (done.Mail.State, done.Mail.Subject));
        Assert.Empty(_scene.Intake.Posts);
    }

    [Fact]
    public async Task The_page_says_who_it_may_be_of_and_for_when()
    {
        var mail = await _scene.ReceivePdfAsync(Sent(from: "chung@example.org"));

        var view = await _scene.Read.RunAsync(mail.Id, CancellationToken.None);

        Assert.Equal(["cell-3", "cell-4"], view!.Candidates.Select(u => u.Id.Value));
        Assert.Equal((November, true, "Kính gửi"), (view.Proposal, view.IsVerified, view.Text));
    }

    private Task<IntakeDecision> AssignAsync(IntakeMail mail, string unit, params int[] files) => _scene.Assign.RunAsync(
        mail.Id, new(OrganizationId.Parse(unit), November, files.Length == 0 ? null : files.ToHashSet()), "grant:7", CancellationToken.None);

    private Task<IntakeDecision> DiscardAsync(IntakeMail mail, string reason) =>
        _scene.Discard.RunAsync(mail.Id, reason, "grant:7", CancellationToken.None);

    private static string Refusal(IntakeDecision decision) => Assert.IsType<IntakeDecision.Refused>(decision).Code;
}
