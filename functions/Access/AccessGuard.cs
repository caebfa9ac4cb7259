using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What the guard says of a request.</summary>
internal enum Verdict
{
    Allowed,

    /// <summary>Nobody is signed in.</summary>
    SignInFirst,

    /// <summary>The caller may not do this here; also the answer for a unit that does not exist, so that nobody learns which do.</summary>
    Denied,

    /// <summary>The query names no unit that could exist.</summary>
    NotAUnit,
}

/// <summary>Asks for each request what its route requires, who is asking, and <see cref="AccessRules"/>. A route without exactly one requirement serves nobody.</summary>
internal sealed partial class AccessGuard(Callers callers, UnitPowers powers, ILogger<AccessGuard> logger)
{
    public async Task<Verdict> JudgeAsync(HttpContext context, Endpoint endpoint)
    {
        var requirements = endpoint.Metadata.GetOrderedMetadata<Requirement>();
        if (requirements.Count != 1)
        {
            LogUnguarded(endpoint.DisplayName, requirements.Count);
            return Verdict.Denied;
        }

        var caller = await callers.IdentifyAsync(context);
        if (caller is not null)
        {
            context.SetCaller(caller);
        }

        return requirements[0] switch
        {
            { Power: null } => Verdict.Allowed,
            _ when caller is null => Verdict.SignInFirst,
            { Over: Over.Somewhere } some => Said(AccessRules.Holds(caller.Role, some.Power!.Value)),
            { Over: Over.Unit } unit => await OverUnitAsync(context, caller, unit),
            { Over: Over.Branch } branch => await OverBranchAsync(context, caller, branch),
            { Over: Over.Store } store => await OverStoreAsync(context, caller, store),
            _ => Verdict.Denied,
        };
    }

    private async Task<Verdict> OverUnitAsync(HttpContext context, Caller caller, Requirement asked)
    {
        // What belongs to a unit is named {unit}_{…}; no id of a unit holds an underscore.
        var text = (context.GetRouteValue(asked.Parameter) as string)?.Split('_')[0];
        if (!OrganizationId.TryParse(text, out var unit))
        {
            return await OverStoreAsync(context, caller, asked);
        }

        context.SetBranch(unit);
        return await ReachesAsync(caller, asked.Power!.Value, unit, context.RequestAborted);
    }

    private async Task<Verdict> OverBranchAsync(HttpContext context, Caller caller, Requirement asked)
    {
        var text = context.Request.Query[asked.Parameter].ToString();
        if (text.Length == 0)
        {
            context.SetBranch(caller.Scope);
            return Said(AccessRules.Holds(caller.Role, asked.Power!.Value));
        }

        if (!OrganizationId.TryParse(text, out var unit))
        {
            var store = await OverStoreAsync(context, caller, asked);
            return store is Verdict.Allowed ? Verdict.NotAUnit : store;
        }

        context.SetBranch(unit);
        return await ReachesAsync(caller, asked.Power!.Value, unit, context.RequestAborted);
    }

    private async Task<Verdict> OverStoreAsync(HttpContext context, Caller caller, Requirement asked) =>
        Said(await powers.HasOverStoreAsync(caller, asked.Power!.Value, context.RequestAborted));

    private async Task<Verdict> ReachesAsync(
        Caller caller, Power power, OrganizationId unit, CancellationToken cancellationToken) =>
        Said(await powers.HasAsync(caller, power, unit, cancellationToken));

    private static Verdict Said(bool allowed) => allowed ? Verdict.Allowed : Verdict.Denied;

    [LoggerMessage(1, LogLevel.Error, "The route {Route} has {Count} requirements instead of one and is refused.")]
    private partial void LogUnguarded(string? route, int count);
}
