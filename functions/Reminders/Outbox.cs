using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The reminder letters that matter to one planning.</summary>
/// <param name="Today">The letters of the day.</param>
/// <param name="Fates">What they, and those of earlier days, say of each reminder.</param>
internal sealed record Outbox(IReadOnlyList<LetterWithItems> Today, LineFates Fates)
{
    /// <summary>
    /// Reads the day's letters, and those of earlier days only where a line from before is in none of them. A letter of
    /// an earlier day that still waits is cancelled here, so that its lines can be planned anew without going out twice.
    /// </summary>
    public static async Task<Outbox> ReadAsync(
        ILetters letters, LedgerReview review, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var fates = new LineFates();
        List<LetterWithItems> today = [];
        await foreach (var letter in letters.RemindersOfDayAsync(calendar.Today, cancellationToken))
        {
            today.Add(letter);
            fates.Add(letter);
        }

        List<LetterWithItems> waiting = [];
        for (var day = FirstDayInDoubt(review, fates, calendar.Today); day < calendar.Today; day = day.AddDays(1))
        {
            await ReadPastAsync(letters, day, fates, waiting, cancellationToken);
        }

        await CancelAsync(letters, waiting, fates, calendar.Now, cancellationToken);
        return new(today, fates);
    }

    private static DateOnly FirstDayInDoubt(LedgerReview review, LineFates fates, DateOnly today) =>
        review.Open.Concat(review.Stale).Concat(review.Revived)
            .Where(line => line.SendOn < today && fates[line.Key] == LineFate.None)
            .Select(line => line.SendOn)
            .DefaultIfEmpty(today)
            .Min();

    private static async Task ReadPastAsync(
        ILetters letters, DateOnly day, LineFates fates, List<LetterWithItems> waiting, CancellationToken cancellationToken)
    {
        await foreach (var letter in letters.RemindersOfDayAsync(day, cancellationToken))
        {
            if (letter.Letter.State == LetterState.Planned)
            {
                waiting.Add(letter);
            }
            else
            {
                fates.Add(letter);
            }
        }
    }

    private static async Task CancelAsync(
        ILetters letters, List<LetterWithItems> waiting, LineFates fates, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var cancelled = await letters.AdvanceAsync(
            [.. waiting.Select(l => l.Letter with { State = LetterState.Cancelled, ChangedAt = now })], cancellationToken);
        var done = cancelled.Select(l => l.Id).ToHashSet();
        foreach (var letter in waiting.Where(l => !done.Contains(l.Letter.Id)))
        {
            fates.Add(letter);
        }
    }
}
