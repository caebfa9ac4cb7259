using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Tests.Mail.Events;

/// <summary>What an event makes of a letter, whatever came before it.</summary>
public sealed class LetterEventsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Theory]
    [InlineData(LetterState.HandedOver, MailEventKind.Processed, LetterState.HandedOver)]
    [InlineData(LetterState.HandedOver, MailEventKind.Deferred, LetterState.HandedOver)]
    [InlineData(LetterState.HandedOver, MailEventKind.Delivered, LetterState.Delivered)]
    [InlineData(LetterState.HandedOver, MailEventKind.Bounced, LetterState.Bounced)]
    [InlineData(LetterState.HandedOver, MailEventKind.Blocked, LetterState.Bounced)]
    [InlineData(LetterState.HandedOver, MailEventKind.Dropped, LetterState.Dropped)]
    [InlineData(LetterState.HandedOver, MailEventKind.SpamReport, LetterState.Delivered)]
    [InlineData(LetterState.HandedOver, MailEventKind.Unsubscribed, LetterState.Delivered)]
    [InlineData(LetterState.Sending, MailEventKind.Processed, LetterState.HandedOver)]
    [InlineData(LetterState.Uncertain, MailEventKind.Processed, LetterState.HandedOver)]
    [InlineData(LetterState.Uncertain, MailEventKind.Delivered, LetterState.Delivered)]
    [InlineData(LetterState.Uncertain, MailEventKind.Dropped, LetterState.Dropped)]
    [InlineData(LetterState.Planned, MailEventKind.Processed, LetterState.HandedOver)] // it did leave, whatever the answer said
    [InlineData(LetterState.Failed, MailEventKind.Delivered, LetterState.Delivered)]
    [InlineData(LetterState.Delivered, MailEventKind.Processed, LetterState.Delivered)] // late
    [InlineData(LetterState.Delivered, MailEventKind.Bounced, LetterState.Bounced)] // taken, then sent back
    [InlineData(LetterState.Bounced, MailEventKind.Delivered, LetterState.Bounced)] // out of order
    [InlineData(LetterState.Dropped, MailEventKind.Processed, LetterState.Dropped)]
    [InlineData(LetterState.Cancelled, MailEventKind.Delivered, LetterState.Cancelled)] // its reminders are in another
    public void A_letter_only_advances(LetterState before, MailEventKind kind, LetterState after) =>
        Assert.Equal(after, Letter(before).After(Event(kind), Now).State);

    [Fact]
    public void Whatever_the_order_the_end_is_the_same()
    {
        MailEvent[] events = [Event(MailEventKind.Processed), Event(MailEventKind.Deferred), Event(MailEventKind.Delivered)];
        var orders = from a in events from b in events.Except([a]) from c in events.Except([a, b]) select (MailEvent[])[a, b, c];

        Assert.All(orders, order => Assert.Equal(
            LetterState.Delivered, order.Aggregate(Letter(LetterState.Sending), (l, e) => l.After(e, Now)).State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_event_of_another_attempt_says_nothing_of_this_one(int attempt)
    {
        var letter = Letter(LetterState.Uncertain);

        Assert.Same(letter, letter.After(Event(MailEventKind.Delivered) with { Attempt = attempt }, Now));
    }

    [Fact]
    public void An_event_is_seen_once()
    {
        var first = Event(MailEventKind.Deferred, "first") with { Reason = "mailbox full" };
        var second = Event(MailEventKind.Deferred, "second") with { Reason = "greylisted" };

        var letter = Letter(LetterState.HandedOver).After(first, Now).After(second, Now);

        Assert.Equal("Deferred: greylisted", letter.Problem);
        Assert.Same(letter, letter.After(first, Now));
    }

    [Fact]
    public void Only_the_latest_events_are_remembered()
    {
        var letter = Letter(LetterState.HandedOver);
        for (var number = 0; number < 100; number++)
        {
            letter = letter.After(Event(MailEventKind.Deferred, $"event {number}") with { Reason = $"reason {number}" }, Now);
        }

        Assert.Equal(ServerlessParty.Mail.Letter.MaxSeen, letter.Seen!.Count);
        Assert.Same(letter, letter.After(Event(MailEventKind.Deferred, "event 99"), Now));
    }

    [Theory]
    [InlineData(MailEventKind.Bounced, "550 no such user", "Bounced: 550 no such user")]
    [InlineData(MailEventKind.Blocked, "", "Blocked")]
    [InlineData(MailEventKind.SpamReport, "", "SpamReport")]
    [InlineData(MailEventKind.Delivered, "250 ok", null)]
    public void The_problem_says_what_kind_it_is(MailEventKind kind, string reason, string? problem) =>
        Assert.Equal(problem, Letter(LetterState.Uncertain).After(Event(kind) with { Reason = reason }, Now).Problem);

    [Fact]
    public void A_complaint_about_a_delivered_letter_is_kept()
    {
        var letter = Letter(LetterState.Delivered).After(Event(MailEventKind.SpamReport), Now);

        Assert.Equal((LetterState.Delivered, "SpamReport", default), (letter.State, letter.Problem, letter.ChangedAt));
    }

    [Fact]
    public void A_letter_whose_answer_was_lost_learns_its_provider_s_name()
    {
        Assert.Equal("abc", Letter(LetterState.Uncertain).After(Event(MailEventKind.Processed), Now).ProviderId);
        Assert.Equal("own", (Letter(LetterState.Uncertain) with { ProviderId = "own" }).After(Event(MailEventKind.Processed), Now).ProviderId);
    }

    private static MailEvent Event(MailEventKind kind, string? id = null) =>
        new(id ?? $"id of {kind}", kind, 0, Letter(LetterState.Planned).Id, 2, "abc", "");

    private static Letter Letter(LetterState state) => new(
        new LetterId(0, new DateOnly(2026, 11, 24), LetterClass.Reminder, "ab12", "01"),
        "bithu@example.org", state, 1, 2, null, default);
}
