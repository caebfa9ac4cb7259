using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Counts the lines of the due index in one pass; keeps a line itself only where the board shows a single unit.</summary>
internal sealed class BoardCounts(Branches tree, DateOnly today)
{
    /// <summary>How long a paper that everybody handed in stays on the board after its due day.</summary>
    public const int FinishedDays = 31;

    private readonly Dictionary<(ObligationKind Kind, Period Period), BoardPaper> _papers = [];
    private readonly Dictionary<(OrganizationId, ObligationKind, Period), BoardCount> _counts = [];
    private readonly Dictionary<OrganizationId, List<DueItem>> _unfinished = [];

    public void Add(DueItem item)
    {
        var count = BoardCount.Of(item, today);
        if (count.Owed == 0 || tree.Of(item.Key.Organization) is not { } head)
        {
            return;
        }

        var paper = (item.Key.Kind, item.Key.Period);
        _papers[paper] = _papers.TryGetValue(paper, out var known)
            ? known.Plus(item, count)
            : new BoardPaper(paper.Kind, paper.Period, item.DueOn, item.DueOn, count);
        var cell = (head, paper.Kind, paper.Period);
        _counts[cell] = _counts.GetValueOrDefault(cell).Plus(count);
        if (item.IsReminded && !tree.HasUnitsBelow(head))
        {
            KeepUnfinished(head, item);
        }
    }

    public Board ToBoard()
    {
        var papers = _papers.Values.Where(IsCurrent)
            .OrderByDescending(p => p.Count.Late > 0).ThenBy(p => p.FirstDue).ThenBy(p => p.Kind.Value, StringComparer.Ordinal)
            .ToList();
        var shown = papers.Select(p => (p.Kind, p.Period)).ToHashSet();
        var heads = _counts.Where(c => shown.Contains((c.Key.Item2, c.Key.Item3)))
            .GroupBy(c => c.Key.Item1, c => c.Value)
            .Select(g => Line(g.Key, g.Aggregate(default(BoardCount), (sum, count) => sum.Plus(count))))
            .OrderByDescending(l => l.Count.Late).ThenByDescending(l => l.Count.Open)
            .ThenBy(l => l.Unit.Name, StringComparer.Ordinal).ToList();
        return new Board(
            tree.Top,
            tree.IsEmpty,
            papers,
            [.. heads.Where(l => tree.HasUnitsBelow(l.Unit.Id))],
            [.. heads.Where(l => !tree.HasUnitsBelow(l.Unit.Id))]);
    }

    private bool IsCurrent(BoardPaper paper) =>
        paper.Count.Unfinished > 0 || paper.LastDue >= today.AddDays(-FinishedDays);

    private BoardLine Line(OrganizationId head, BoardCount count) => new(
        tree.Head(head),
        count,
        _unfinished.TryGetValue(head, out var items) ? [.. items.OrderBy(i => i.DueOn)] : []);

    private void KeepUnfinished(OrganizationId head, DueItem item)
    {
        if (!_unfinished.TryGetValue(head, out var items))
        {
            _unfinished[head] = items = [];
        }

        items.Add(item);
    }
}
