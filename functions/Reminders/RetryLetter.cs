using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>What a person says of a letter of which nobody knows whether it left.</summary>
public enum LetterVerdict
{
    /// <summary>Nothing: only a letter that certainly failed may be tried again.</summary>
    None,

    /// <summary>It did leave.</summary>
    Sent,

    /// <summary>Send it again.</summary>
    Again,
}

/// <summary>What became of an attempt to settle a letter.</summary>
public abstract record LetterRetry
{
    private LetterRetry()
    {
    }

    /// <summary>Settled; <paramref name="After"/> is the letter as it is now.</summary>
    public sealed record Done(LetterWithItems After) : LetterRetry;

    /// <summary>There is no such letter.</summary>
    public sealed record NotFound : LetterRetry;

    /// <summary>The letter is in no state to be settled so.</summary>
    public sealed record Refused(LetterWithItems Current) : LetterRetry;

    /// <summary>Only reminders can be made again from what is stored.</summary>
    public sealed record OtherClass : LetterRetry;

    /// <summary>The letter is uncertain and the person gave no verdict.</summary>
    public sealed record NeedsVerdict : LetterRetry;
}

/// <summary>
/// Lets a person send failed letters again or settle an uncertain one. Today's letter waits for the next run; one of
/// an earlier day is cancelled and its reminders are planned anew, as far as no later step speaks for them.
/// </summary>
public sealed class RetryLetter(
    IReminderSettings settings, IReminderLedger ledger, ILetters letters, LetterResults results, IStoreTrail trail)
{
    /// <summary>The chain of entries about what people decided of letters.</summary>
    public const string Chain = "letters";

    /// <param name="actor">Who decides, as in the audit trail.</param>
    public async Task<LetterRetry> RunAsync(
        LetterId id, LetterVerdict verdict, string actor, PartyCalendar calendar, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) switch
        {
            null => new LetterRetry.NotFound(),
            { Letter.State: not LetterState.Failed and not LetterState.Uncertain } other => new LetterRetry.Refused(other),
            { Letter.State: LetterState.Uncertain } when verdict == LetterVerdict.None => new LetterRetry.NeedsVerdict(),
            { Letter.State: LetterState.Failed } failed when verdict == LetterVerdict.Sent => new LetterRetry.Refused(failed),
            var letter when verdict == LetterVerdict.Sent => await SettleSentAsync(letter, actor, calendar, cancellationToken),
            { Letter.Id.Class: not LetterClass.Reminder } => new LetterRetry.OtherClass(),
            var again => await RetryOneAsync(again, actor, calendar, cancellationToken),
        };

    /// <summary>
    /// Sends letters again, all of them reminders that failed or are uncertain. The lines are freed before their letters
    /// are cancelled: cut off anywhere, the letters still stand as failed and the same call completes what was begun.
    /// </summary>
    /// <returns>The letters as they are now; those somebody else changed meanwhile are left out.</returns>
    internal async Task<IReadOnlyList<Letter>> SendAgainAsync(
        IReadOnlyList<LetterWithItems> again, string actor, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        List<ReminderKey> past = [.. again.Where(l => l.Letter.Id.Day != calendar.Today).SelectMany(l => l.Keys())];
        if (past.Count > 0)
        {
            await ledger.AdvanceAsync(past, ReminderState.Cancelled, cancellationToken);
            await LookBackAsync(past, calendar, cancellationToken);
        }

        var after = again.Select(l => After(l.Letter, AgainState(l.Letter.Id.Day, calendar), actor, calendar));
        var written = await letters.AdvanceAsync([.. after], cancellationToken);
        if (past.Count > 0)
        {
            // A planning in between may have settled these days before their letters gave the lines free.
            await LookBackAsync(past, calendar, cancellationToken);
        }

        return written;
    }

    private async Task<LetterRetry> RetryOneAsync(
        LetterWithItems letter, string actor, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        await trail.AppendAsync(Chain, new(actor, "letter.retried", letter.Letter.Id.ToString()), cancellationToken);
        return await DoneAsync(letter, await SendAgainAsync([letter], actor, calendar, cancellationToken), cancellationToken);
    }

    private async Task<LetterRetry> SettleSentAsync(
        LetterWithItems letter, string actor, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        await trail.AppendAsync(Chain, new(actor, "letter.settledSent", letter.Letter.Id.ToString()), cancellationToken);
        var written = await letters.AdvanceAsync(
            [After(letter.Letter, LetterState.HandedOver, actor, calendar)], cancellationToken);
        if (written.Count > 0)
        {
            await results.EndLinesAsync([(LetterState.HandedOver, [.. letter.Keys()])], cancellationToken);
        }

        return await DoneAsync(letter, written, cancellationToken);
    }

    private async Task<LetterRetry> DoneAsync(
        LetterWithItems letter, IReadOnlyList<Letter> written, CancellationToken cancellationToken) => written.Count == 0
        ? new LetterRetry.Refused(await letters.FindAsync(letter.Letter.Id, cancellationToken) ?? letter)
        : new LetterRetry.Done(letter with { Letter = written[0] });

    private static LetterState AgainState(DateOnly day, PartyCalendar calendar) =>
        day == calendar.Today ? LetterState.Planned : LetterState.Cancelled;

    private static Letter After(Letter letter, LetterState state, string actor, PartyCalendar calendar) =>
        (letter with { State = state, NotBefore = null, ChangedAt = calendar.Now }).Noted(calendar.Now, actor);

    /// <summary>Lets the planner look back to the days of these lines.</summary>
    private async Task LookBackAsync(
        IReadOnlyCollection<ReminderKey> keys, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var first = keys.Min(k => SendingDay.Of(k.DueOn, k.Step.Offset, calendar));
        if ((await settings.ReadAsync(cancellationToken)).StepsSettledThrough is { } settled && settled > first)
        {
            await settings.SettleStepsAsync(first, cancellationToken);
        }
    }
}
