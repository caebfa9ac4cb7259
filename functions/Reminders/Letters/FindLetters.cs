using System.Runtime.CompilerServices;
using ServerlessParty.Mail;

namespace ServerlessParty.Reminders.Letters;

/// <summary>
/// Counts the letters of a span of days and lists a page of them. Counting everything reads no items; days with nothing to
/// list are not read. A search and a branch need the items, and so one reading of the span. Holds one page in memory.
/// </summary>
public sealed class FindLetters(ILetters letters, ILetterRecords records)
{
    /// <param name="after">The <see cref="FoundLetters.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to 1,000 letters.</param>
    public async Task<FoundLetters> RunAsync(
        LetterQuery query, LetterBranch branch, LetterId? after, int take, CancellationToken cancellationToken)
    {
        var page = new LetterPageOf(after, take);
        var counts = branch.IsNarrow || query.Person is not null
            ? await ReadSpanAsync(query, branch, page, cancellationToken)
            : await ReadDaysAsync(query, page, cancellationToken);
        var (items, next) = page.Cut();
        return new([.. counts.OrderByDescending(c => c.Day).ThenBy(c => c.State)], items, next);
    }

    /// <summary>The letters a query takes, each once, in no order that means something.</summary>
    public async IAsyncEnumerable<LetterWithItems> AllAsync(
        LetterQuery query, LetterBranch branch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (query.Day ?? query.First, query.Day ?? query.Last);
        await foreach (var letter in records.BetweenAsync(first, last, query.Person, cancellationToken))
        {
            if (query.Takes(letter.Letter.Id.Day, letter.Letter.State) && branch.Shows(letter))
            {
                yield return letter;
            }
        }
    }

    private async Task<IReadOnlyList<LetterCount>> ReadSpanAsync(
        LetterQuery query, LetterBranch branch, LetterPageOf page, CancellationToken cancellationToken)
    {
        Dictionary<(DateOnly Day, LetterState State), int> counts = [];
        await foreach (var letter in AllAsync(query with { Day = null, State = null }, branch, cancellationToken))
        {
            var key = (letter.Letter.Id.Day, letter.Letter.State);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            page.Offer(query, letter);
        }

        return [.. counts.Select(c => new LetterCount(c.Key.Day, c.Key.State, c.Value))];
    }

    private async Task<IReadOnlyList<LetterCount>> ReadDaysAsync(
        LetterQuery query, LetterPageOf page, CancellationToken cancellationToken)
    {
        var counts = await records.CountAsync(query.First, query.Last, cancellationToken);
        var days = counts.Where(c => query.Takes(c.Day, c.State)).Select(c => c.Day).Distinct().OrderDescending();
        foreach (var day in days.Where(page.MayHold).TakeWhile(_ => !page.IsFull))
        {
            await foreach (var letter in letters.OfDayAsync(day, cancellationToken))
            {
                page.Offer(query, letter);
            }
        }

        return counts;
    }
}
