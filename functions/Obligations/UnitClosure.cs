using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>How a unit ends.</summary>
/// <param name="ClosedOn">The last day it exists, inclusive; from its first day to 366 days ahead.</param>
/// <param name="Successors">Units that take over, none to <see cref="CloseOrganization.MaxSuccessors"/>, each there and not closed.</param>
/// <param name="Reason">Why; required, at most <see cref="Obligation.MaxCommentLength"/> characters.</param>
public sealed record UnitClosure(DateOnly? ClosedOn, IReadOnlyList<OrganizationId> Successors, string? Reason)
{
    /// <summary>What is wrong with it by itself, as a refusal code; null when nothing is.</summary>
    public string? Flaw(Organization unit, DateOnly today)
    {
        if (unit.IsClosed)
        {
            return ClosureRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return ClosureRefusals.ReasonMissing;
        }

        return Reason.Length > Obligation.MaxCommentLength ? ClosureRefusals.TooLong : DayFlaw(unit, today) ?? SuccessorFlaw(unit);
    }

    /// <summary>Whether <paramref name="unit"/> was closed just so before.</summary>
    public bool IsDoneIn(Organization unit) =>
        unit.IsClosed && unit.ValidTo == ClosedOn && (unit.Successors ?? []).ToHashSet().SetEquals(Successors);

    private string? DayFlaw(Organization unit, DateOnly today) =>
        ClosedOn is { } day
        && day >= (unit.ValidFrom ?? ObligationRules.FirstReceivedOn)
        && day <= today.AddDays(ObligationRules.MaxDaysAhead)
            ? null
            : ClosureRefusals.ClosedOn;

    private string? SuccessorFlaw(Organization unit) =>
        Successors.Count > CloseOrganization.MaxSuccessors || Successors.Contains(unit.Id)
            ? ClosureRefusals.Successor
            : null;
}

/// <summary>What became of an attempt to close a unit.</summary>
public abstract record ClosureOutcome
{
    private ClosureOutcome()
    {
    }

    /// <summary>It is closed as wanted, now or since an earlier request.</summary>
    public sealed record Closed(Organization Unit) : ClosureOutcome;

    /// <summary>It stays as it is; see <see cref="ClosureRefusals"/>.</summary>
    public sealed record Refused(string Code) : ClosureOutcome;
}

/// <summary>The stable words by which programs know why a unit was not closed.</summary>
public static class ClosureRefusals
{
    public const string NotFound = "organization.notFound";
    public const string Closed = "organization.closed";
    public const string ReasonMissing = "organization.reasonMissing";
    public const string TooLong = "organization.tooLong";
    public const string ClosedOn = "organization.closedOn";

    /// <summary>A successor is unknown, closed, the unit itself, or one too many.</summary>
    public const string Successor = "organization.successor";

    /// <summary>Units below it must be moved or closed first.</summary>
    public const string HasChildren = "organization.hasChildren";
}
