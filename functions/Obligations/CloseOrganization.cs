using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Ends a unit: it keeps its history, what it still owes is withdrawn, and successors take over.</summary>
public sealed class CloseOrganization(IOrganizations organizations, IObligations obligations, PartyCalendar calendar)
{
    public const int MaxSuccessors = 20;

    public async Task<ClosureOutcome> RunAsync(
        OrganizationId id, UnitClosure closure, string actor, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return new ClosureOutcome.Refused(ClosureRefusals.NotFound);
        }

        if (closure.IsDoneIn(unit))
        {
            return new ClosureOutcome.Closed(unit);
        }

        return (closure.Flaw(unit, calendar.Today) ?? await NeighborFlawAsync(id, closure, cancellationToken)) is { } flaw
            ? new ClosureOutcome.Refused(flaw)
            : await CloseAsync(id, closure, actor, cancellationToken);
    }

    private async Task<ClosureOutcome> CloseAsync(
        OrganizationId id, UnitClosure closure, string actor, CancellationToken cancellationToken)
    {
        var note = new AuditNote(actor, "organization.closed", Comment: closure.Reason);
        var closed = await obligations.CloseUnitAsync(
            id,
            unit => unit.IsClosed
                ? null
                : new(unit with { ValidTo = closure.ClosedOn, Successors = closure.Successors }, note),
            cancellationToken);
        return closed is null || !closure.IsDoneIn(closed)
            ? new ClosureOutcome.Refused(closed is null ? ClosureRefusals.NotFound : ClosureRefusals.Closed)
            : new ClosureOutcome.Closed(closed);
    }

    private async Task<string?> NeighborFlawAsync(
        OrganizationId id, UnitClosure closure, CancellationToken cancellationToken)
    {
        foreach (var successor in closure.Successors)
        {
            if (await organizations.FindAsync(successor, cancellationToken) is not { IsClosed: false })
            {
                return ClosureRefusals.Successor;
            }
        }

        await foreach (var unit in organizations.SubtreeAsync(id, cancellationToken))
        {
            if (unit.ParentId == id && !unit.IsClosed)
            {
                return ClosureRefusals.HasChildren;
            }
        }

        return null;
    }
}
