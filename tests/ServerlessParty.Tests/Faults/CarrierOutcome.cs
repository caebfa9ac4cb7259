using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>What our record says of a day's letters, beside what the carrier itself counted.</summary>
/// <param name="Accepted">One line for each paper of each letter that the carrier took, as <see cref="FaultDay.MailLines"/>; in order.</param>
internal sealed record CarrierOutcome(
    SendGridStub Carrier, IReadOnlyList<string> Accepted, IReadOnlyList<LetterWithItems> Letters, FaultOutcome Outcome)
{
    public static async Task<CarrierOutcome> ReadAsync(FaultStore store, FaultProcess process, SendGridStub carrier)
    {
        var links = process.Get<UnitLinks>();
        var lines = await Task.WhenAll(carrier.Accepted.Select(l => FaultMails.ReadAsync(l.To, l.Text, links)));
        var outcome = await FaultOutcome.ReadAsync(store, process);
        return new(carrier, [.. lines.SelectMany(l => l).Order(StringComparer.Ordinal)], outcome.Letters, outcome);
    }

    public int Count(LetterState state) => Outcome.Count(state);

    /// <summary>I1, I3 and I4 with a carrier that counts: nothing taken twice, nothing that may have left untold, nothing missing.</summary>
    public void AssertOfOnePiece(params LetterState[] known)
    {
        var accepted = Carrier.Accepted.Select(l => l.Letter).ToList();
        Assert.Equal(accepted.Count, accepted.Distinct().Count());
        Assert.Equal(Accepted.Count, Accepted.Distinct().Count());
        Assert.Subset(FaultDay.MailLines.ToHashSet(), Accepted.ToHashSet());
        Assert.All(Letters, l => Assert.Contains(l.Letter.State, (LetterState[])
            [LetterState.HandedOver, LetterState.Delivered, LetterState.Uncertain, LetterState.Cancelled, .. known]));

        // What is recorded as gone was taken, and what was taken is recorded as gone or as uncertain.
        var gone = Names(LetterState.HandedOver).Concat(Names(LetterState.Delivered)).ToHashSet();
        Assert.Subset(accepted.ToHashSet(), gone);
        Assert.Subset(gone.Concat(Names(LetterState.Uncertain)).ToHashSet(), accepted.ToHashSet());

        Assert.Equal(FaultDay.MailLines.Count, Outcome.Count(ReminderState.Sent) + Outcome.Count(ReminderState.Listed) - OnlyCalled);
        Assert.Equal(StepsIn(LetterState.HandedOver, LetterState.Delivered), Outcome.Count(ReminderState.Sent));
        Assert.Equal(StepsIn([LetterState.Uncertain, .. known]) + OnlyCalled, Outcome.Count(ReminderState.Listed));
        Assert.All(Outcome.Ledger, l => Assert.NotEqual(ReminderState.Planned, l.State));
    }

    /// <summary>The events that the carrier sends of what it took.</summary>
    public IReadOnlyList<MailEvent> Events() => [.. Carrier.Accepted.Select(Delivered)];

    public static MailEvent Delivered(StubLetter letter)
    {
        var dot = letter.Letter.LastIndexOf('.');
        Assert.True(LetterId.TryParse(letter.Letter[..dot], out var id));
        return new(
            $"delivered {letter.Letter}", MailEventKind.Delivered, 0, id, int.Parse(letter.Letter.AsSpan(dot + 1), null), letter.MessageId, "");
    }

    /// <summary>The lines of units that have no address.</summary>
    private static int OnlyCalled => FaultDay.LedgerLines.Count(l => l.EndsWith(" Listed", StringComparison.Ordinal));

    private IEnumerable<string> Names(LetterState state) =>
        Letters.Where(l => l.Letter.State == state).Select(l => $"{l.Letter.Id}.{l.Letter.Attempts}");

    private int StepsIn(params LetterState[] states) =>
        Letters.Where(l => states.Contains(l.Letter.State)).SelectMany(l => l.Keys()).Distinct().Count();
}
