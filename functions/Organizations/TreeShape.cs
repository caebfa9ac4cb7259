namespace ServerlessParty.Organizations;

/// <summary>Who stands under whom, as it would be; may hold loops until they are found.</summary>
internal sealed class TreeShape
{
    private readonly Dictionary<OrganizationId, OrganizationId?> _parents = [];

    /// <param name="places">Units and their parents; a later place of the same unit wins.</param>
    public TreeShape(IEnumerable<(OrganizationId Id, OrganizationId? Parent)> places)
    {
        foreach (var (id, parent) in places)
        {
            _parents[id] = parent;
        }
    }

    public bool Has(OrganizationId id) => _parents.ContainsKey(id);

    public OrganizationId? ParentOf(OrganizationId id) => _parents.GetValueOrDefault(id);

    public void Put(OrganizationId id, OrganizationId? parent) => _parents[id] = parent;

    public void Remove(OrganizationId id) => _parents.Remove(id);

    /// <summary>Each loop once, as the units on it.</summary>
    public IReadOnlyList<IReadOnlyList<OrganizationId>> Loops()
    {
        var walkOf = new Dictionary<OrganizationId, OrganizationId>();
        var loops = new List<IReadOnlyList<OrganizationId>>();
        foreach (var start in _parents.Keys)
        {
            OrganizationId? at = start;
            while (at is { } here && walkOf.TryAdd(here, start))
            {
                at = ParentOf(here);
            }

            if (at is { } met && walkOf[met] == start)
            {
                loops.Add(Around(met));
            }
        }

        return loops;
    }

    private List<OrganizationId> Around(OrganizationId first)
    {
        var loop = new List<OrganizationId> { first };
        for (var at = ParentOf(first); at is { } here && here != first; at = ParentOf(here))
        {
            loop.Add(here);
        }

        return loop;
    }

    /// <summary>Levels by unit, 1 for a root; units on a loop and below one are left out.</summary>
    public IReadOnlyDictionary<OrganizationId, int> Depths()
    {
        var children = _parents.ToLookup(p => p.Value is { } parent && Has(parent) ? parent : (OrganizationId?)null, p => p.Key);
        var depths = new Dictionary<OrganizationId, int>();
        var level = children[null].ToArray();
        for (var depth = 1; level.Length > 0; depth++)
        {
            foreach (var id in level)
            {
                depths.Add(id, depth);
            }

            level = [.. level.SelectMany(id => children[id])];
        }

        return depths;
    }
}
