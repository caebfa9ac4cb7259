using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>How far the branches of a unit are.</summary>
/// <param name="Top">The unit whose children the rows are; null when the rows are roots.</param>
/// <param name="Rows">The unit itself, if it owes, then its children in the order of the tree; only those that owe something.</param>
public sealed record ProgressReport(Organization? Top, ProgressCount Total, IReadOnlyList<ProgressRow> Rows);

/// <summary>One branch: a unit and all below it (the top unit's own row: itself alone).</summary>
public sealed record ProgressRow(Organization Unit, ProgressCount Total, IReadOnlyList<KindProgress> Kinds)
{
    internal static ProgressRow Of(Organization unit, IEnumerable<KindProgress> kinds)
    {
        var sorted = kinds.OrderBy(k => k.Kind.Value, StringComparer.Ordinal).ToList();
        return new(unit, ProgressCount.Sum(sorted.Select(k => k.Count)), sorted);
    }
}

public sealed record KindProgress(ObligationKind Kind, ProgressCount Count);

/// <summary>Obligations by how far they are. <c>Owed = Done + Open</c>; withdrawn ones are not counted.</summary>
/// <param name="Done">Submitted, accepted or waived.</param>
/// <param name="Late">Part of <paramref name="Open"/>: the due day is past.</param>
/// <param name="Open">Open or returned.</param>
public sealed record ProgressCount(int Owed, int Done, int Late, int Open)
{
    public static ProgressCount None { get; } = new(0, 0, 0, 0);

    public static ProgressCount Sum(IEnumerable<ProgressCount> counts) =>
        counts.Aggregate(None, (a, b) => new(a.Owed + b.Owed, a.Done + b.Done, a.Late + b.Late, a.Open + b.Open));

    internal ProgressCount Plus(DueItem item, DateOnly today)
    {
        if (item.State == ObligationState.Withdrawn)
        {
            return this;
        }

        return item.IsReminded
            ? this with { Owed = Owed + 1, Open = Open + 1, Late = Late + (item.DueOn < today ? 1 : 0) }
            : this with { Owed = Owed + 1, Done = Done + 1 };
    }
}
