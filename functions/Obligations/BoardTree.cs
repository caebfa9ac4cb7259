using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>A subtree cut into what the board shows: its top, the units right below it, and who belongs to which.</summary>
internal sealed class BoardTree
{
    private readonly List<Organization> _roots = [];
    private readonly Dictionary<OrganizationId, Organization> _rootsAndChildren = [];
    private readonly Dictionary<OrganizationId, OrganizationId> _branchOf = [];
    private readonly HashSet<OrganizationId> _withUnitsBelow = [];

    /// <summary>The unit whose branches are shown; null when there are several roots, or none.</summary>
    public Organization? Top => _roots.Count == 1 ? _roots[0] : null;

    public bool IsEmpty => _roots.Count == 0;

    public static async Task<BoardTree> ReadAsync(
        IOrganizations organizations, OrganizationId? under, CancellationToken cancellationToken)
    {
        var tree = new BoardTree();
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            tree.Add(unit);
        }

        return tree;
    }

    /// <summary>The line of the board that <paramref name="unit"/> counts in; null when it lies outside.</summary>
    public OrganizationId? HeadOf(OrganizationId unit)
    {
        if (!_branchOf.TryGetValue(unit, out var branch))
        {
            return null;
        }

        return Top is null && _rootsAndChildren[branch].ParentId is { } root && _rootsAndChildren.ContainsKey(root)
            ? root
            : branch;
    }

    public Organization Head(OrganizationId id) => _rootsAndChildren[id];

    /// <summary>Whether this line sums up units below it. The top's own line does not: its branches have theirs.</summary>
    public bool IsBranch(OrganizationId head) => head != Top?.Id && _withUnitsBelow.Contains(head);

    // Parents come before children, so a unit whose parent was not seen is a root of what was asked for.
    private void Add(Organization unit)
    {
        if (unit.ParentId is not { } parent || !_branchOf.TryGetValue(parent, out var branch))
        {
            _roots.Add(unit);
            Keep(unit);
            return;
        }

        _withUnitsBelow.Add(branch);
        if (_roots.Any(root => root.Id == parent))
        {
            Keep(unit);
        }
        else
        {
            _branchOf[unit.Id] = branch;
        }
    }

    private void Keep(Organization unit)
    {
        _rootsAndChildren[unit.Id] = unit;
        _branchOf[unit.Id] = unit.Id;
    }
}
