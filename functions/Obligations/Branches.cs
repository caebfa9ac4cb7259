using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>A subtree cut into its branches: the top unit, the units right below it, and which of these each unit belongs to; with several tops, which top.</summary>
internal sealed class Branches
{
    private readonly List<Organization> _tops = [];
    private readonly List<Organization> _children = [];
    private readonly Dictionary<OrganizationId, Organization> _heads = [];
    private readonly Dictionary<OrganizationId, OrganizationId> _topOf = [];
    private readonly Dictionary<OrganizationId, OrganizationId> _branchOf = [];
    private readonly HashSet<OrganizationId> _withUnitsBelow = [];

    /// <summary>The unit whose children are the branches; null when there are several roots or none.</summary>
    public Organization? Top => _tops.Count == 1 ? _tops[0] : null;

    public bool IsEmpty => _tops.Count == 0;

    /// <summary>The top unit itself, then its children, in the order of the tree; several roots: these.</summary>
    public IEnumerable<Organization> Heads => Top is null ? _tops : [Top, .. _children];

    public static async Task<Branches> ReadAsync(
        IOrganizations organizations, OrganizationId? under, CancellationToken cancellationToken)
    {
        var branches = new Branches();
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            branches.Add(unit);
        }

        return branches;
    }

    /// <summary>The head of the branch that a unit counts in, or null when it lies outside.</summary>
    public OrganizationId? Of(OrganizationId unit)
    {
        if (!_branchOf.TryGetValue(unit, out var branch))
        {
            return null;
        }

        return Top is null ? _topOf[branch] : branch;
    }

    public Organization Head(OrganizationId id) => _heads[id];

    /// <summary>Whether this head sums up units below it. The top's own line does not: its branches have theirs.</summary>
    public bool HasUnitsBelow(OrganizationId head) => head != Top?.Id && _withUnitsBelow.Contains(head);

    // Parents come before their children, so a unit without a known parent is a top.
    private void Add(Organization unit)
    {
        if (unit.ParentId is not { } parent || !_branchOf.TryGetValue(parent, out var branch))
        {
            _tops.Add(unit);
            Keep(unit, unit.Id);
            return;
        }

        _withUnitsBelow.Add(branch);
        if (_topOf[branch] == parent)
        {
            _children.Add(unit);
            Keep(unit, parent);
        }
        else
        {
            _branchOf[unit.Id] = branch;
        }
    }

    private void Keep(Organization head, OrganizationId top)
    {
        _heads[head.Id] = head;
        _topOf[head.Id] = top;
        _branchOf[head.Id] = head.Id;
    }
}
