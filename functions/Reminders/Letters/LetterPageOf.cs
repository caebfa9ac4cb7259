using ServerlessParty.Mail;

namespace ServerlessParty.Reminders.Letters;

/// <summary>Picks one page out of letters that come in any order: the latest day first, then by id.</summary>
/// <param name="after">The last letter of the page before; null for the first page.</param>
internal sealed class LetterPageOf(LetterId? after, int take)
{
    private static readonly Comparer<LetterWithItems> Order = Comparer<LetterWithItems>.Create(
        (one, other) => Compare(one.Letter.Id, other.Letter.Id));

    private readonly SortedSet<LetterWithItems> _best = new(Order);

    /// <summary>Whether letters of an earlier day could no longer be on the page.</summary>
    public bool IsFull => _best.Count > take;

    /// <summary>Whether a letter of that day could be on the page at all.</summary>
    public bool MayHold(DateOnly day) => after is null || day <= after.Day;

    public void Offer(LetterQuery query, LetterWithItems letter)
    {
        if (!query.Takes(letter.Letter.Id.Day, letter.Letter.State)
            || (after is not null && Compare(letter.Letter.Id, after) <= 0))
        {
            return;
        }

        _best.Add(letter);
        if (_best.Count > take + 1)
        {
            _best.Remove(_best.Max!);
        }
    }

    public (IReadOnlyList<LetterWithItems> Items, string? Next) Cut()
    {
        List<LetterWithItems> items = [.. _best.Take(take)];
        return (items, _best.Count > take ? items[^1].Letter.Id.ToString() : null);
    }

    private static int Compare(LetterId one, LetterId other) => other.Day.CompareTo(one.Day) is var days and not 0
        ? days : string.CompareOrdinal(one.ToString(), other.ToString());
}
