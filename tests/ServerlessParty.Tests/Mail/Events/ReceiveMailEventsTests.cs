using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Events;

/// <summary>Events of letters that a run sent, or of which it does not know.</summary>
public sealed class ReceiveMailEventsTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_delivered_letter_is_delivered_and_the_same_event_again_changes_nothing()
    {
        var letter = await SentAsync(new HandOver.Taken("abc"));

        Assert.Equal(1, await ReceiveAsync(Event(letter, MailEventKind.Delivered)));
        Assert.Equal(LetterState.Delivered, State(letter));
        Assert.Equal(0, await ReceiveAsync(Event(letter, MailEventKind.Delivered)));
    }

    [Fact]
    public async Task Several_events_of_one_letter_are_one_write()
    {
        var letter = await SentAsync(new HandOver.Taken("abc"));
        var writes = _scene.Interruptions.Writes;

        await ReceiveAsync(
            Event(letter, MailEventKind.Delivered), Event(letter, MailEventKind.Processed), Event(letter, MailEventKind.Deferred));

        Assert.Equal(LetterState.Delivered, State(letter));
        Assert.Equal(1, _scene.Interruptions.Writes - writes);
    }

    [Fact]
    public async Task An_uncertain_letter_is_settled_and_its_lines_leave_the_call_list()
    {
        var letter = await SentAsync(new HandOver.Unknown("lost"));
        Assert.Equal(ReminderState.Listed, _scene.Ledger.Lines.Single().State);

        await ReceiveAsync(Event(letter, MailEventKind.Processed));

        Assert.Equal(LetterState.HandedOver, State(letter));
        Assert.Equal(ReminderState.Sent, _scene.Ledger.Lines.Single().State);
    }

    [Fact]
    public async Task A_letter_whose_run_died_is_settled_before_anybody_lists_it()
    {
        var letter = await SentAsync(null);
        Assert.Equal(LetterState.Sending, State(letter));

        await ReceiveAsync(Event(letter, MailEventKind.Delivered));
        _scene.Wait(TimeSpan.FromMinutes(20));
        await _scene.PlanAsync();

        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
        Assert.Equal(LetterState.Delivered, State(letter));
        Assert.Equal(ReminderState.Sent, _scene.Ledger.Lines.Single().State);
    }

    [Fact]
    public async Task A_letter_that_was_thought_not_sent_is_not_sent_again()
    {
        var letter = await SentAsync(new HandOver.NotSent("SendGrid failed (500)", null));
        await ReceiveAsync(Event(letter, MailEventKind.Processed));
        _scene.Mailer.Answer = _ => new HandOver.Taken("again");
        _scene.Wait(TimeSpan.FromMinutes(10));

        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
        Assert.Equal(ReminderState.Sent, _scene.Ledger.Lines.Single().State);
    }

    [Fact]
    public async Task An_event_of_an_earlier_attempt_settles_only_that_one()
    {
        var letter = await SentAsync(new HandOver.Unknown("lost"));
        var stored = _scene.Letters.All.Single();
        _scene.Letters.Put(stored with { Letter = stored.Letter with { Attempts = 2 } });

        Assert.Equal(0, await ReceiveAsync(Event(letter, MailEventKind.Delivered)));
        Assert.Equal(LetterState.Uncertain, State(letter));
    }

    [Theory]
    [InlineData(1, false)] // the ledger's lines
    [InlineData(1, true)]
    [InlineData(2, false)] // the letter
    [InlineData(2, true)]
    public async Task Cut_off_at_any_write_the_events_that_come_again_finish_it(int write, bool late)
    {
        var letter = await SentAsync(new HandOver.Unknown("lost"));
        _scene.Interruptions.CutWrite(write, late ? Moment.After : Moment.Before);

        await Assert.ThrowsAsync<CutOffException>(() => ReceiveAsync(Event(letter, MailEventKind.Delivered)));
        await ReceiveAsync(Event(letter, MailEventKind.Delivered));

        Assert.Equal(LetterState.Delivered, State(letter));
        Assert.Equal(ReminderState.Sent, _scene.Ledger.Lines.Single().State);
    }

    [Fact]
    public async Task A_letter_that_somebody_changes_meanwhile_is_looked_at_again()
    {
        var letter = await SentAsync(new HandOver.Taken("abc"));
        _scene.Interruptions.BeforeCall(2, () => ReceiveAsync(Event(letter, MailEventKind.Deferred)));

        await ReceiveAsync(Event(letter, MailEventKind.Delivered));

        Assert.Equal(LetterState.Delivered, State(letter));
        Assert.Equal(2, _scene.Letters.All.Single().Letter.Seen!.Count);
    }

    [Fact]
    public async Task Letters_that_nobody_knows_are_left_out()
    {
        var letter = await SentAsync(new HandOver.Taken("abc"));

        Assert.Equal(0, await ReceiveAsync(Event(letter with { Sequence = "99" }, MailEventKind.Delivered)));
    }

    /// <summary>A letter after its run; without an answer the run died.</summary>
    private async Task<LetterId> SentAsync(HandOver? answer)
    {
        _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.Mailer.CanRecall = false;
        _scene.Mailer.Answer = _ => answer ?? throw new HttpRequestException("gone");
        await _scene.SendAsync();
        return _scene.Letters.All.Single().Letter.Id;
    }

    private LetterState State(LetterId letter) => _scene.Letters.All.Single(l => l.Letter.Id == letter).Letter.State;

    private Task<int> ReceiveAsync(params MailEvent[] events) => new ReceiveMailEvents(
        _scene.Letters, [new FollowLetters(new(_scene.Ledger, _scene.Letters))], TimeProvider.System).RunAsync(events, default);

    private static MailEvent Event(LetterId letter, MailEventKind kind) => new($"id of {kind}", kind, 0, letter, 1, "abc", "");
}
