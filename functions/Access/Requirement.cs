namespace ServerlessParty.Access;

/// <summary>What a route asks of its caller; every route carries exactly one, held by a test over all routes.</summary>
/// <param name="Power">The power needed; null for a public route.</param>
/// <param name="Over">Over what.</param>
/// <param name="Parameter">The route value (<see cref="Over.Unit"/>) or query value (<see cref="Over.Branch"/>) that names the unit.</param>
public sealed record Requirement(Power? Power, Over Over, string Parameter = "");

/// <summary>What a power is needed over.</summary>
public enum Over
{
    /// <summary>Nothing: sign-in, health, assets.</summary>
    Nothing,

    /// <summary>Whatever the caller has it over; which unit is meant stands in the body, and the endpoint asks <see cref="UnitPowers"/>.</summary>
    Somewhere,

    /// <summary>The unit named by a route value, or by what stands before its first underscore.</summary>
    Unit,

    /// <summary>The branch named by a query value; missing means the caller's whole scope.</summary>
    Branch,

    /// <summary>The whole store: an operator, or staff whose scope is a root.</summary>
    Store,
}
