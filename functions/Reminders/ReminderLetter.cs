using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Reminders;

/// <summary>What a reminder letter says, before it is put into words.</summary>
/// <param name="Own">The units for which the reader hands in.</param>
/// <param name="Watched">The units above late ones, where the reader is to chase.</param>
/// <param name="ToDeputy">Whether the reader is addressed as a deputy secretary.</param>
/// <param name="Sender">The committee the letter speaks for; may be empty.</param>
public sealed record ReminderLetter(
    IReadOnlyList<OwingUnit> Own, IReadOnlyList<WatchedBranch> Watched, bool ToDeputy, string Sender)
{
    public int Due => Own.Sum(u => u.Papers.Count(p => p.DaysLeft >= 0));

    public int Late => Own.Sum(u => u.Papers.Count(p => p.DaysLeft < 0));

    /// <summary>Branches of which somebody else has the list: their numbers only, so that no digest repeats another.</summary>
    public IReadOnlyList<BranchTotal> Totals { get; init; } = [];

    public int WatchedUnits => Watched.Sum(b => b.Units.Count + b.More) + Totals.Sum(t => t.Units);

    /// <summary>Where an answer to the letter hands in: only for a letter about one unit alone, or it could go to the wrong one.</summary>
    public string? ReplyTo => Own.Count == 1 && Watched.Count + Totals.Count == 0 ? Own[0].HandInAddress : null;
}

/// <summary>Something owed, as a reader sees it.</summary>
/// <param name="DueOn">The last day on time, inclusive.</param>
/// <param name="DaysLeft">Days until then; 0 today, negative when late.</param>
public sealed record OwedPaper(string Name, DateOnly DueOn, int DaysLeft);

/// <summary>A unit that owes, with its one-tap link.</summary>
/// <param name="HandInAddress">Where it can mail the minutes it owes; null where it cannot, or owes none.</param>
public sealed record OwingUnit(string Name, Uri Link, IReadOnlyList<OwedPaper> Papers, string? HandInAddress = null);
