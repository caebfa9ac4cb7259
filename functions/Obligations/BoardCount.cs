namespace ServerlessParty.Obligations;

/// <summary>How far a group of obligations is. Withdrawn ones are in none of the figures.</summary>
/// <param name="Done">Submitted, accepted or waived.</param>
/// <param name="Open">Not handed in or returned, and the due day is not past.</param>
/// <param name="Late">Not handed in or returned, and the due day is past.</param>
/// <param name="Soon">Part of <paramref name="Open"/>: due from today to <see cref="SoonDays"/> days ahead, both inclusive.</param>
public readonly record struct BoardCount(int Done, int Open, int Late, int Soon)
{
    public const int SoonDays = 7;

    public int Owed => Done + Open + Late;

    public int Unfinished => Open + Late;

    public BoardCount Plus(BoardCount other) =>
        new(Done + other.Done, Open + other.Open, Late + other.Late, Soon + other.Soon);

    /// <summary>One obligation, counted on <paramref name="today"/>.</summary>
    public static BoardCount Of(DueItem item, DateOnly today)
    {
        if (!item.IsReminded)
        {
            return item.State == ObligationState.Withdrawn ? default : new(1, 0, 0, 0);
        }

        return item.DueOn < today ? new(0, 0, 1, 0) : new(0, 1, 0, item.DueOn <= today.AddDays(SoonDays) ? 1 : 0);
    }
}
