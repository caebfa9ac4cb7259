using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Who has which power over a unit or the whole store, by the tree as it is now.</summary>
public sealed class UnitPowers(IOrganizations organizations)
{
    /// <summary>Whoever covers the whole store has power over a unit that does not exist too, and may learn from the route itself that it does not.</summary>
    public async Task<bool> HasAsync(
        Caller caller, Power power, OrganizationId unit, CancellationToken cancellationToken)
    {
        IReadOnlyList<OrganizationId> above = caller.Role is Role.Operator || caller.Scope == unit
            ? [] : await organizations.AncestorsAsync(unit, cancellationToken);
        return AccessRules.Allows(caller, power, unit, above)
            || (above.Count == 0
                && power is not Power.Operate
                && await HasOverStoreAsync(caller, power, cancellationToken)
                && await organizations.FindAsync(unit, cancellationToken) is null);
    }

    public async Task<bool> HasOverStoreAsync(Caller caller, Power power, CancellationToken cancellationToken) =>
        AccessRules.AllowsStore(
            caller, power, caller.Scope is { } id && await organizations.CoversStoreAsync(id, cancellationToken));
}
