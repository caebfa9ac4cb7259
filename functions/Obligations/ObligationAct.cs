namespace ServerlessParty.Obligations;

/// <summary>
/// What a person does to an obligation. The same act twice is no refusal: the second time it finds things as wanted.
/// Texts are trimmed and hold at most <see cref="Obligation.MaxCommentLength"/> characters.
/// </summary>
public abstract record ObligationAct
{
    private ObligationAct()
    {
    }

    /// <summary>The paper came in.</summary>
    /// <param name="ReceivedOn">The day it came in, not in the future; null is refused.</param>
    public sealed record Submission(DateOnly? ReceivedOn, string? Note) : ObligationAct;

    /// <summary>The superior took the paper as it is.</summary>
    public sealed record Acceptance : ObligationAct;

    /// <summary>The superior asks for more; reminders begin anew.</summary>
    /// <param name="Comment">What is missing; required.</param>
    public sealed record Return(string? Comment) : ObligationAct;

    /// <summary>The unit need not hand this in.</summary>
    /// <param name="Reason">Why; required.</param>
    public sealed record Waiver(string? Reason) : ObligationAct;

    /// <summary>A waiver is taken back; reminders begin anew.</summary>
    public sealed record Reopening : ObligationAct;

    /// <summary>The due day moves, forward or back; reminders begin anew.</summary>
    /// <param name="DueOn">From today to 366 days ahead, both inclusive; null is refused.</param>
    /// <param name="Reason">Why; required.</param>
    public sealed record Extension(DateOnly? DueOn, string? Reason) : ObligationAct;

    /// <summary>The unit ended; nobody owes this any more.</summary>
    public sealed record Withdrawal(string? Reason) : ObligationAct;

    /// <summary>What becomes of <paramref name="current"/> when this act meets it on <paramref name="today"/>.</summary>
    public ObligationOutcome On(Obligation current, DateOnly today) => this switch
    {
        Submission act => current.Submit(act.ReceivedOn, act.Note, today),
        Acceptance => current.Accept(),
        Return act => current.Return(act.Comment, today),
        Waiver act => current.Waive(act.Reason),
        Reopening => current.Reopen(today),
        Extension act => current.Extend(act.DueOn, act.Reason, today),
        Withdrawal act => current.Withdraw(act.Reason),
        _ => throw new InvalidOperationException($"{GetType().Name} is no act on an obligation."),
    };
}
