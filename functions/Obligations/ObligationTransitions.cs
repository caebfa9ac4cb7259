using static ServerlessParty.Obligations.ObligationOutcome;

namespace ServerlessParty.Obligations;

/// <summary>
/// The state machine: each function says what becomes of an obligation, and changes nothing by itself. What already is
/// as wanted is <see cref="Unchanged"/>; what the state forbids is refused before the words and days are looked at.
/// </summary>
public static class ObligationTransitions
{
    public static ObligationOutcome Submit(this Obligation current, DateOnly? receivedOn, string? note, DateOnly today)
    {
        var after = current with
        {
            State = ObligationState.Submitted,
            ReceivedOn = receivedOn,
            Comment = Trimmed(note),
        };
        var isFlawed = receivedOn is not { } day || !ObligationRules.MayBeReceivedOn(day, today);
        return current.Become(after, "obligation.submitted", after.Comment, isFlawed ? RefusalCodes.ReceivedOn : null);
    }

    public static ObligationOutcome Accept(this Obligation current) =>
        current.Become(current with { State = ObligationState.Accepted }, "obligation.accepted");

    /// <summary>Asks for more; steps of days before <paramref name="today"/> are not missed.</summary>
    public static ObligationOutcome Return(this Obligation current, string? comment, DateOnly today)
    {
        var after = current with
        {
            State = ObligationState.Returned,
            ArmedOn = current.State == ObligationState.Returned ? current.ArmedOn : today,
            ReceivedOn = null,
            Comment = Trimmed(comment),
        };
        return current.Become(after, "obligation.returned", after.Comment, Missing(after.Comment));
    }

    public static ObligationOutcome Waive(this Obligation current, string? reason)
    {
        var after = current with { State = ObligationState.Waived, Comment = Trimmed(reason) };
        return current.Become(after, "obligation.waived", after.Comment, Missing(after.Comment));
    }

    /// <summary>Takes a waiver back; an obligation that is open already stays as it is.</summary>
    public static ObligationOutcome Reopen(this Obligation current, DateOnly today) =>
        current.State == ObligationState.Open
            ? new Unchanged(current)
            : current.Become(
                current with { State = ObligationState.Open, ArmedOn = today, Comment = null }, "obligation.reopened");

    /// <summary>Moves the due day while reminded. What a return asked for stays readable; the reason is in the trail.</summary>
    public static ObligationOutcome Extend(this Obligation current, DateOnly? dueOn, string? reason, DateOnly today)
    {
        var said = Trimmed(reason);
        return dueOn is { } day && (day == current.DueOn || ObligationRules.MayBeDueOn(day, today))
            ? current.Move(day, said, today, Missing(said))
            : current.Move(null, said, today, RefusalCodes.DueOn);
    }

    /// <summary>Follows the due day of the step that opened it, which was checked when the step moved.</summary>
    public static ObligationOutcome Follow(this Obligation current, DateOnly dueOn, string reason, DateOnly today) =>
        current.Move(dueOn, reason, today, flaw: null);

    /// <summary>Nobody owes this any more; a withdrawn obligation stays as it is, whatever the reason.</summary>
    public static ObligationOutcome Withdraw(this Obligation current, string? reason)
    {
        var said = Trimmed(reason);
        return current.State == ObligationState.Withdrawn
            ? new Unchanged(current)
            : current.Become(
                current with { State = ObligationState.Withdrawn, Comment = said }, "obligation.withdrawn", said);
    }

    private static ObligationOutcome Become(
        this Obligation current, Obligation after, string action, string? said = null, string? flaw = null)
    {
        if (current == after)
        {
            return new Unchanged(current);
        }

        return ObligationRules.MayFollow(current.State, after.State)
            ? Checked(current, after, action, said, flaw)
            : new Refused(current, RefusalCodes.State);
    }

    private static ObligationOutcome Move(
        this Obligation current, DateOnly? dueOn, string? said, DateOnly today, string? flaw)
    {
        if (!current.IsReminded)
        {
            return new Refused(current, RefusalCodes.State);
        }

        if (current.DueOn == dueOn)
        {
            return new Unchanged(current);
        }

        var comment = current.State == ObligationState.Returned ? current.Comment : said;
        var after = current with { DueOn = dueOn ?? current.DueOn, ArmedOn = today, Comment = comment };
        return Checked(current, after, "obligation.extended", said, flaw);
    }

    private static ObligationOutcome Checked(
        Obligation current, Obligation after, string action, string? said, string? flaw)
    {
        if (said?.Length > Obligation.MaxCommentLength)
        {
            return new Refused(current, RefusalCodes.TooLong);
        }

        return flaw is null ? new Changed(after, action, said) : new Refused(current, flaw);
    }

    private static string? Missing(string? reason) => reason is null ? RefusalCodes.ReasonMissing : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
