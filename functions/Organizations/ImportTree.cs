namespace ServerlessParty.Organizations;

/// <summary>
/// Judges the lines together: each needs a parent that exists, open, and no line may close a loop or grow the tree too
/// deep. A line that is refused leaves its unit where it is stored, and takes with it the new units that stand on it.
/// </summary>
internal sealed class ImportTree
{
    private readonly IReadOnlyDictionary<OrganizationId, Organization> _stored;
    private readonly List<RejectedLine> _rejected;
    private readonly Dictionary<OrganizationId, ImportDraft> _drafts;
    private readonly TreeShape _shape;
    private readonly ILookup<OrganizationId?, ImportDraft> _draftsUnder;

    public ImportTree(
        IReadOnlyDictionary<OrganizationId, Organization> stored,
        IReadOnlyCollection<ImportDraft> drafts,
        List<RejectedLine> rejected)
    {
        _stored = stored;
        _rejected = rejected;
        _drafts = drafts.ToDictionary(d => d.Wanted.Id);
        _draftsUnder = drafts.ToLookup(d => d.Wanted.ParentId);
        _shape = new(stored.Values.Select(o => (o.Id, o.ParentId)).Concat(drafts.Select(d => (d.Wanted.Id, d.Wanted.ParentId))));
    }

    /// <summary>The lines that stand, parents before children.</summary>
    public IReadOnlyList<ImportDraft> Settle()
    {
        foreach (var draft in _drafts.Values.Where(d => d.Places).ToArray())
        {
            RefuseParent(draft);
        }

        while (RefuseLoops() || RefuseTooDeep())
        {
            // A unit that goes back to its stored place may meet another line's there: look again until nothing is wrong.
        }

        var depths = _shape.Depths();
        return [.. _drafts.Values.OrderBy(d => depths[d.Wanted.Id]).ThenBy(d => d.Line)];
    }

    private void RefuseParent(ImportDraft draft)
    {
        if (draft.Wanted.ParentId is not { } parent)
        {
            return;
        }

        if (!_shape.Has(parent))
        {
            Refuse(draft, "import.parent.unknown", parent.Value);
        }
        else if (_stored.GetValueOrDefault(parent) is { IsClosed: true } closed)
        {
            Refuse(draft, "import.parent.closed", closed.Name);
        }
    }

    private bool RefuseLoops()
    {
        var placed = _shape.Loops().SelectMany(loop => loop)
            .Select(id => _drafts.GetValueOrDefault(id)).OfType<ImportDraft>().Where(d => d.Places).ToArray();
        foreach (var draft in placed)
        {
            Refuse(draft, "import.parent.loop", draft.Wanted.ParentId!.Value.Value);
        }

        return placed.Length > 0;
    }

    private bool RefuseTooDeep()
    {
        var depths = _shape.Depths();
        var placed = depths.Where(d => d.Value > Organization.MaxDepth)
            .Select(d => NearestPlaced(d.Key)).OfType<ImportDraft>().Distinct().ToArray();
        foreach (var draft in placed)
        {
            Refuse(draft, "import.parent.tooDeep", Organization.MaxDepth);
        }

        return placed.Length > 0;
    }

    private ImportDraft? NearestPlaced(OrganizationId id)
    {
        for (OrganizationId? at = id; at is not null; at = _shape.ParentOf(at.Value))
        {
            if (_drafts.GetValueOrDefault(at.Value) is { Places: true } draft)
            {
                return draft;
            }
        }

        return null;
    }

    private void Refuse(ImportDraft draft, string code, object argument)
    {
        var lines = new Stack<(ImportDraft Draft, string Code, object Argument)>([(draft, code, argument)]);
        while (lines.TryPop(out var next))
        {
            var id = next.Draft.Wanted.Id;
            if (!_drafts.Remove(id))
            {
                continue;
            }

            _rejected.Add(RejectedLine.Of(next.Draft.Line, ImportColumn.ParentId, next.Code, next.Argument));
            if (next.Draft.Stored is { } stored)
            {
                _shape.Put(id, stored.ParentId);
                continue;
            }

            _shape.Remove(id);
            foreach (var below in _draftsUnder[id])
            {
                lines.Push((below, "import.parent.unknown", id.Value));
            }
        }
    }
}
