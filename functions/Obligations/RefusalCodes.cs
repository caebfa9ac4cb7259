namespace ServerlessParty.Obligations;

/// <summary>The stable words by which programs know why an act on an obligation was refused.</summary>
public static class RefusalCodes
{
    /// <summary>The state machine does not allow the act from where the obligation stands.</summary>
    public const string State = "obligation.state";

    /// <summary>The new due day is missing, past, or more than <see cref="ObligationRules.MaxDaysAhead"/> days away.</summary>
    public const string DueOn = "obligation.dueOn";

    /// <summary>A waiver, an extension or a return came without a reason.</summary>
    public const string ReasonMissing = "obligation.reasonMissing";

    /// <summary>A text is longer than <see cref="Obligation.MaxCommentLength"/> characters.</summary>
    public const string TooLong = "obligation.tooLong";

    /// <summary>The day of receipt is missing, in the future or before <see cref="ObligationRules.FirstReceivedOn"/>.</summary>
    public const string ReceivedOn = "obligation.receivedOn";

    /// <summary>What it belongs to is closed and never changes again.</summary>
    public const string Closed = "obligation.closed";

    /// <summary>There is no such obligation.</summary>
    public const string NotFound = "obligation.notFound";
}
