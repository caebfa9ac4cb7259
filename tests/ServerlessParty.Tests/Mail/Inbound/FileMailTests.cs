using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Inbound;

public sealed class FileMailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MovableClock _clock = new();
    private readonly InMemoryIntake _intake;
    private readonly CountingFiling _filing;
    private readonly FileMail _file;

    public FileMailTests()
    {
        _intake = new(_clock);
        _filing = new(_intake);
        _file = new(_intake, _filing, _clock, NullLogger<FileMail>.Instance);
    }

    [Fact]
    public async Task What_was_stored_and_not_filed_is_filed()
    {
        var mail = await StoreAsync();
        _clock.Advance(FileMail.Grace * 2);

        Assert.Equal(new MailFiled(1, 0, 0, 0), await _file.RunAsync(None));

        Assert.Equal(IntakeState.Filed, (await _intake.FindAsync(mail.Id, None))!.State);
        Assert.Equal("thang 11", _filing.LastContent!.Head.Subject);
        Assert.Equal(new MailFiled(0, 0, 0, 0), await _file.RunAsync(None));
    }

    [Fact]
    public async Task A_mail_whose_delivery_may_still_be_at_it_is_left_alone()
    {
        await StoreAsync();

        Assert.Equal(new MailFiled(0, 0, 0, 1), await _file.RunAsync(None));
        Assert.Equal(0, _filing.Filed);
    }

    [Fact]
    public async Task A_mail_whose_row_was_never_written_gets_it_from_its_post()
    {
        var mail = await StoreAsync();
        _intake.Lose(mail.Id, row: true);
        _clock.Advance(FileMail.Grace * 2);

        await _file.RunAsync(None);

        Assert.Equal("binh@example.org", (await _intake.FindAsync(mail.Id, None))!.Sender);
    }

    [Fact]
    public async Task The_mark_of_a_mail_that_never_became_durable_goes_after_a_day()
    {
        var mail = await StoreAsync();
        _intake.Lose(mail.Id, row: true, post: true);
        _clock.Advance(FileMail.Grace * 2);
        await _file.RunAsync(None);
        Assert.NotEmpty(_intake.Marks);

        _clock.Advance(FileMail.Limit);
        await _file.RunAsync(None);

        Assert.Empty(_intake.Marks);
        Assert.Empty(_intake.Rows);
    }

    [Fact]
    public async Task A_mail_whose_post_is_lost_waits_for_a_person()
    {
        var mail = await StoreAsync();
        _intake.Lose(mail.Id, post: true);
        _clock.Advance(FileMail.Grace * 2);

        await _file.RunAsync(None);

        var row = (await _intake.FindAsync(mail.Id, None))!;
        Assert.Equal((IntakeState.Triage, FileMail.Failing), (row.State, row.Outcome.Reason));
    }

    [Fact]
    public async Task One_mail_that_fails_does_not_hold_up_the_others_and_the_run_says_so()
    {
        await StoreAsync("first");
        await StoreAsync("second");
        _filing.Fails = true;
        _clock.Advance(FileMail.Grace * 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _file.RunAsync(None));

        Assert.Equal(2, _filing.Filed);
        Assert.Equal(2, _intake.Marks.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_fails_or_waits_for_a_day_goes_to_a_person(bool fails)
    {
        var mail = await StoreAsync();
        (_filing.Fails, _filing.Waits) = (fails, !fails);
        _clock.Advance(FileMail.Limit + TimeSpan.FromMinutes(1));

        Assert.Equal(new MailFiled(0, 1, 0, 0), await _file.RunAsync(None));

        Assert.Equal(IntakeState.Triage, (await _intake.FindAsync(mail.Id, None))!.State);
    }

    [Fact]
    public async Task A_mail_that_was_brought_to_its_end_and_not_tidied_up_is_tidied_up()
    {
        var mail = await StoreAsync();
        await _intake.AdvanceAsync(mail, mail.Emptied() with { State = IntakeState.Refused }, None);
        _intake.Lose(mail.Id);
        _clock.Advance(FileMail.Grace * 2);

        await _file.RunAsync(None);

        Assert.Empty(_intake.Marks);
        Assert.Equal(0, _filing.Filed);
    }

    private async Task<IntakeMail> StoreAsync(string subject = "thang 11")
    {
        await using var post = await Posts.Parsed(subject).SpoolAsync();
        var content = await InboundMailReader.TryReadAsync(post, None);
        var id = await MailIdentity.OfAsync(content!, None);
        return (await _intake.StoreAsync(IntakeMail.Of(id, content, _clock.GetUtcNow()), post, None)).Mail;
    }
}
