namespace ServerlessParty.Obligations;

/// <summary>
/// What may follow what: <c>Open|Returned → Submitted|Waived|Withdrawn</c>, <c>Submitted → Accepted|Returned</c>,
/// <c>Waived → Open</c>, nothing else. A due day moves only while reminded.
/// </summary>
public static class ObligationRules
{
    /// <summary>A due day may be moved to at most this many days after today.</summary>
    public const int MaxDaysAhead = 366;

    /// <summary>No paper this product keeps was received before this day, inclusive.</summary>
    public static DateOnly FirstReceivedOn { get; } = new(2000, 1, 1);

    public static bool MayFollow(ObligationState from, ObligationState to) => from switch
    {
        ObligationState.Open or ObligationState.Returned =>
            to is ObligationState.Submitted or ObligationState.Waived or ObligationState.Withdrawn,
        ObligationState.Submitted => to is ObligationState.Accepted or ObligationState.Returned,
        ObligationState.Waived => to is ObligationState.Open,
        _ => false,
    };

    /// <summary>Whether a paper may have been received on <paramref name="day"/>: not in the future, not before <see cref="FirstReceivedOn"/>.</summary>
    public static bool MayBeReceivedOn(DateOnly day, DateOnly today) => FirstReceivedOn <= day && day <= today;

    /// <summary>Whether a due day may be moved to <paramref name="day"/>: from today to <see cref="MaxDaysAhead"/> days ahead, both inclusive.</summary>
    public static bool MayBeDueOn(DateOnly day, DateOnly today) => today <= day && day <= today.AddDays(MaxDaysAhead);
}
