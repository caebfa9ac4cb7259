using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>The one place that decides who may do what, and where.</summary>
public static class AccessRules
{
    /// <summary>Whether <paramref name="caller"/> has <paramref name="power"/> over one unit.</summary>
    /// <param name="ancestors">The units above <paramref name="target"/> by parent pointers, the truth of the tree; empty for a root or an unknown unit.</param>
    public static bool Allows(
        Caller caller, Power power, OrganizationId target, IReadOnlyCollection<OrganizationId> ancestors) =>
        caller.Role is Role.Operator
        || (power is not Power.Operate && Holds(caller.Role, power) && Covers(caller, target, ancestors));

    /// <summary>Whether <paramref name="caller"/> has <paramref name="power"/> over everything: a secretary never, staff only when their branch is the whole tree.</summary>
    /// <param name="scopeIsEverything">Whether no unit of the store lies outside the branch of the caller's scope.</param>
    public static bool AllowsStore(Caller caller, Power power, bool scopeIsEverything) =>
        caller.Role is Role.Operator
        || (caller.Role is not Role.Secretary && scopeIsEverything && Holds(caller.Role, power));

    /// <summary>Whether the role has the power at all, somewhere.</summary>
    public static bool Holds(Role role, Power power) => role switch
    {
        Role.Operator => true,
        Role.Commission => true,
        Role.Supervisor => power is Power.Read or Power.Submit or Power.Decide,
        Role.Secretary => power is Power.Read or Power.Submit,
        _ => false,
    };

    private static bool Covers(Caller caller, OrganizationId target, IReadOnlyCollection<OrganizationId> ancestors) =>
        caller.Scope is { } scope
        && (scope == target || (caller.Role is not Role.Secretary && ancestors.Contains(scope)));
}
