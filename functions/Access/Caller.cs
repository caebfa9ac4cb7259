using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What a person may be to the product.</summary>
public enum Role
{
    /// <summary>Runs the product; everything, everywhere.</summary>
    Operator,

    /// <summary>Commission staff: read and write a subtree.</summary>
    Commission,

    /// <summary>Staff of a superior committee: read a subtree and decide (accept, return, waive, extend) in it.</summary>
    Supervisor,

    /// <summary>Reads and hands in for one unit.</summary>
    Secretary,
}

/// <summary>Who is asking, as sign-in, link or token established it.</summary>
/// <param name="Name">A stable reference for the audit trail: <c>operator</c>, <c>grant:{id}</c>, <c>unit:{id}</c>; not an e-mail.</param>
/// <param name="Scope">The unit whose subtree (for a secretary: itself alone) the role covers; null for an operator.</param>
public sealed record Caller(Role Role, string Name, OrganizationId? Scope);

/// <summary>What an act needs.</summary>
public enum Power
{
    /// <summary>See a unit and what it owes.</summary>
    Read,

    /// <summary>Hand in for a unit.</summary>
    Submit,

    /// <summary>Accept, return, waive, extend.</summary>
    Decide,

    /// <summary>Change units, contacts, campaigns.</summary>
    Write,

    /// <summary>Run timers, import everything, arm reminders, settings of the whole store.</summary>
    Operate,
}
