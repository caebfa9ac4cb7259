using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Which child of a top unit each unit belongs to; with several tops, which top.</summary>
internal sealed class Branches
{
    private readonly Dictionary<OrganizationId, OrganizationId> _branchOf = [];
    private readonly Dictionary<OrganizationId, OrganizationId> _topOf = [];
    private readonly List<Organization> _tops = [];
    private readonly List<Organization> _children = [];

    /// <summary>The unit whose children are the branches; null when there are several roots or none.</summary>
    public Organization? Top => _tops.Count == 1 ? _tops[0] : null;

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

    /// <summary>The branch of a unit, or null when it lies outside.</summary>
    public OrganizationId? Of(OrganizationId unit)
    {
        if (!_branchOf.TryGetValue(unit, out var branch))
        {
            return null;
        }

        return Top is null ? _topOf[branch] : branch;
    }

    // Parents come before their children, so a unit without a known parent is a top.
    private void Add(Organization unit)
    {
        if (unit.ParentId is not { } parent || !_branchOf.TryGetValue(parent, out var branch))
        {
            _tops.Add(unit);
            _branchOf[unit.Id] = _topOf[unit.Id] = unit.Id;
        }
        else if (_topOf[branch] == parent)
        {
            _children.Add(unit);
            _branchOf[unit.Id] = unit.Id;
            _topOf[unit.Id] = parent;
        }
        else
        {
            _branchOf[unit.Id] = branch;
        }
    }
}
