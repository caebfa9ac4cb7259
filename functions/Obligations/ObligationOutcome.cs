namespace ServerlessParty.Obligations;

/// <summary>What became of an attempt to change an obligation.</summary>
public abstract record ObligationOutcome
{
    private ObligationOutcome()
    {
    }

    /// <summary>It changed; <paramref name="Action"/> is the word for the audit trail.</summary>
    public sealed record Changed(Obligation After, string Action) : ObligationOutcome;

    /// <summary>It already was as wanted: the same request came twice.</summary>
    public sealed record Unchanged(Obligation Current) : ObligationOutcome;

    /// <summary>The state machine does not allow it; <paramref name="Code"/> names the reason: <c>obligation.state</c>, <c>obligation.dueOn</c>, …</summary>
    public sealed record Refused(Obligation Current, string Code) : ObligationOutcome;

    /// <summary>There is no such obligation.</summary>
    public sealed record NotFound : ObligationOutcome;
}
