namespace ServerlessParty.Obligations;

/// <summary>What became of an attempt to change an obligation.</summary>
public abstract record ObligationOutcome
{
    private ObligationOutcome()
    {
    }

    /// <summary>It changed.</summary>
    /// <param name="Action">The word for the audit trail: <c>obligation.extended</c>.</param>
    /// <param name="Said">The reason or comment of this very act, for the audit trail; the obligation may keep an older one.</param>
    public sealed record Changed(Obligation After, string Action, string? Said = null) : ObligationOutcome;

    /// <summary>It already was as wanted: the same request came twice.</summary>
    public sealed record Unchanged(Obligation Current) : ObligationOutcome;

    /// <summary>The state machine does not allow it; <paramref name="Code"/> names the reason: <c>obligation.state</c>, <c>obligation.dueOn</c>, …</summary>
    public sealed record Refused(Obligation Current, string Code) : ObligationOutcome;

    /// <summary>There is no such obligation.</summary>
    public sealed record NotFound : ObligationOutcome;
}
