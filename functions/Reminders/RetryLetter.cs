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
/// Lets a person send a failed letter again or settle an uncertain one. Today's letter waits for the next run; one of
/// an earlier day is cancelled and its reminders are planned anew, as far as no later step speaks for them.
/// </summary>
public sealed class RetryLetter(
    IReminderSettings settings, IReminderLedger ledger, ILetters letters, LetterResults results)
{
    public async Task<LetterRetry> RunAsync(
        LetterId id, LetterVerdict verdict, PartyCalendar calendar, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) switch
        {
            null => new LetterRetry.NotFound(),
            { Letter.State: not LetterState.Failed and not LetterState.Uncertain } other => new LetterRetry.Refused(other),
            { Letter.State: LetterState.Uncertain } when verdict == LetterVerdict.None => new LetterRetry.NeedsVerdict(),
            { Letter.State: LetterState.Failed } failed when verdict == LetterVerdict.Sent => new LetterRetry.Refused(failed),
            var letter when verdict == LetterVerdict.Sent =>
                await WriteAsync(letter, LetterState.HandedOver, calendar, cancellationToken),
            { Letter.Id.Class: not LetterClass.Reminder } => new LetterRetry.OtherClass(),
            var again => await WriteAsync(again, AgainState(again, calendar), calendar, cancellationToken),
        };

    private static LetterState AgainState(LetterWithItems letter, PartyCalendar calendar) =>
        letter.Letter.Id.Day == calendar.Today ? LetterState.Planned : LetterState.Cancelled;

    private async Task<LetterRetry> WriteAsync(
        LetterWithItems letter, LetterState state, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var after = letter.Letter with { State = state, NotBefore = null, ChangedAt = calendar.Now };
        var written = await letters.AdvanceAsync([after], cancellationToken);
        if (written.Count == 0)
        {
            return new LetterRetry.Refused(await letters.FindAsync(letter.Letter.Id, cancellationToken) ?? letter);
        }

        await results.EndLinesAsync([(state, [.. letter.Keys()])], cancellationToken);
        if (state == LetterState.Cancelled)
        {
            await PlanAnewAsync(letter, calendar, cancellationToken);
        }

        return new LetterRetry.Done(letter with { Letter = written[0] });
    }

    /// <summary>Frees the lines and lets the planner look back to their days. After a crash before it they stay on the call list.</summary>
    private async Task PlanAnewAsync(
        LetterWithItems letter, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        List<ReminderKey> keys = [.. letter.Keys()];
        await ledger.AdvanceAsync(keys, ReminderState.Cancelled, cancellationToken);
        var first = keys.Select(k => SendingDay.Of(k.DueOn, k.Step.Offset, calendar)).DefaultIfEmpty(calendar.Today).Min();
        if ((await settings.ReadAsync(cancellationToken)).StepsSettledThrough is { } settled && settled > first)
        {
            await settings.SettleStepsAsync(first, cancellationToken);
        }
    }
}
