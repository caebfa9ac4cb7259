using ServerlessParty.Audit;

namespace ServerlessParty.Organizations;

/// <summary>Puts a unit and its branch under another superior; doing it again changes nothing.</summary>
public sealed class MoveOrganization(IOrganizations organizations)
{
    /// <param name="newParent">Null makes the unit a root.</param>
    public async Task<MoveOutcome> RunAsync(
        OrganizationId id, OrganizationId? newParent, string actor, CancellationToken cancellationToken)
    {
        var unit = await organizations.FindAsync(id, cancellationToken);
        if (unit is null)
        {
            return new MoveOutcome.NotFound();
        }

        if (newParent is { } parent && await RefusalAsync(unit, parent, cancellationToken) is { } code)
        {
            return new MoveOutcome.Refused(code);
        }

        // Asked for again, the move is repeated on purpose: a crash may have left it half done.
        await organizations.MoveAsync(id, newParent, Note(actor, newParent), cancellationToken);
        return new MoveOutcome.Moved(unit with { ParentId = newParent });
    }

    internal static AuditNote Note(string actor, OrganizationId? newParent) =>
        new(actor, "organization.moved", "", newParent?.Value);

    private async Task<string?> RefusalAsync(Organization unit, OrganizationId parent, CancellationToken cancellationToken)
    {
        var above = await organizations.FindAsync(parent, cancellationToken);
        if (above is null)
        {
            return "organization.parent.unknown";
        }

        var chain = await organizations.AncestorsAsync(parent, cancellationToken);
        if (parent == unit.Id || chain.Contains(unit.Id))
        {
            return "organization.parent.loop";
        }

        if (above.IsClosed && unit.ParentId != parent)
        {
            return "organization.parent.closed";
        }

        var depth = chain.Count + 1 + await HeightAsync(unit.Id, cancellationToken);
        return depth > Organization.MaxDepth ? "organization.parent.tooDeep" : null;
    }

    /// <summary>Levels of the branch, the unit itself being the first.</summary>
    private async Task<int> HeightAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        var levels = new Dictionary<OrganizationId, int> { [id] = 1 };
        await foreach (var unit in organizations.SubtreeAsync(id, cancellationToken))
        {
            if (unit.Id != id && unit.ParentId is { } parent)
            {
                levels[unit.Id] = levels.GetValueOrDefault(parent) + 1;
            }
        }

        return levels.Values.Max();
    }
}

/// <summary>What became of a move.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    public sealed record Moved(Organization After) : MoveOutcome;

    /// <summary><paramref name="Code"/> names the reason: <c>organization.parent.loop</c>, <c>.unknown</c>, <c>.closed</c>, <c>.tooDeep</c>.</summary>
    public sealed record Refused(string Code) : MoveOutcome;

    public sealed record NotFound : MoveOutcome;
}
