using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>Brings to their end the letters that no run works on any more: stuck under way, or left over from an earlier day.</summary>
public sealed class LetterSettling(
    IReminderSettings settings, LetterResults results, ILetters letters, IMailer mailer)
{
    /// <summary>The problem of a letter whose attempt ended without an answer.</summary>
    public const string NoAnswer = "no answer";

    /// <summary>How long after its claim an attempt without an answer counts as lost.</summary>
    private static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(15);

    /// <summary>How many days back the first run of a store looks.</summary>
    private const int FirstReachInDays = 7;

    public async Task<LettersSent> RunAsync(
        ReminderStanding standing, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var first = standing.LettersSettledThrough ?? today.AddDays(-FirstReachInDays);
        var recalled = await SettleStuckAsync(first < today ? first : today, calendar.Now, cancellationToken);
        var (cancelled, isQuiet) = await CancelPastAsync(first, calendar, cancellationToken);
        if (isQuiet && standing.LettersSettledThrough != today)
        {
            await settings.SettleLettersAsync(today, cancellationToken);
        }

        return recalled with { Cancelled = cancelled };
    }

    private async Task<LettersSent> SettleStuckAsync(
        DateOnly firstDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<LetterResult> settled = [];
        await foreach (var stuck in letters.StuckAsync(firstDay, now - LostAfter, cancellationToken))
        {
            var answer = await mailer.RecallAsync(stuck.Letter.Id, stuck.Letter.Attempts, cancellationToken);
            settled.Add(new(stuck.Letter, answer ?? new HandOver.Unknown(NoAnswer), [.. stuck.Keys()]));
        }

        return settled.Count == 0
            ? LettersSent.Nothing
            : await results.WriteAsync(settled, now, cancellationToken);
    }

    /// <summary>A reminder letter leaves on its own day or not at all. Its lines stay planned: the planner puts them into a new one.</summary>
    private async Task<(int Cancelled, bool IsQuiet)> CancelPastAsync(
        DateOnly first, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        List<Letter> past = [];
        var isQuiet = true;
        for (var day = first; day < calendar.Today; day = day.AddDays(1))
        {
            await foreach (var letter in letters.OfDayAsync(day, cancellationToken))
            {
                isQuiet &= letter.Letter.State != LetterState.Sending;
                if (letter.Letter is { State: LetterState.Planned, Id.Class: LetterClass.Reminder })
                {
                    past.Add(letter.Letter with { State = LetterState.Cancelled, ChangedAt = calendar.Now });
                }
            }
        }

        var cancelled = past.Count == 0 ? [] : await letters.AdvanceAsync(past, cancellationToken);
        return (cancelled.Count, isQuiet && cancelled.Count == past.Count);
    }
}
