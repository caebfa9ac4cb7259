namespace ServerlessParty.Obligations;

/// <summary>Where an obligation stands; see <see cref="ObligationRules"/> for what may follow what.</summary>
public enum ObligationState
{
    Open,
    Submitted,
    Accepted,
    Returned,
    Waived,
    Withdrawn,
}

/// <summary>Something one unit owes for one period.</summary>
/// <param name="DueOn">The last day on which handing in is on time, inclusive, a civil day in Vietnam.</param>
/// <param name="ArmedOn">The day on which this due day began to count (opened, moved, returned); reminder steps of earlier days are not missed.</param>
/// <param name="ReceivedOn">The day the paper came in; only while submitted or accepted.</param>
/// <param name="Comment">What the last person said: the note of a submission, the reason of an extension or waiver, the comment of a return.</param>
public sealed record Obligation(
    ObligationKey Key,
    DateOnly DueOn,
    DateOnly ArmedOn,
    ObligationState State = ObligationState.Open,
    DateOnly? ReceivedOn = null,
    string? Comment = null)
{
    /// <summary>The most characters of a note, reason or comment.</summary>
    public const int MaxCommentLength = 2_000;

    public bool IsReminded => State is ObligationState.Open or ObligationState.Returned;

    /// <summary>Whole days past the due day on <paramref name="today"/>; zero when not late or no longer reminded.</summary>
    public int DaysLate(DateOnly today) => IsReminded ? Math.Max(0, today.DayNumber - DueOn.DayNumber) : 0;

    /// <summary>Whether its due day moved or began to count anew since <paramref name="before"/>.</summary>
    public bool IsRearmedSince(Obligation before) => DueOn != before.DueOn || ArmedOn != before.ArmedOn;

    /// <summary>The line of this obligation in the projection by due day.</summary>
    public DueItem ToDue() => new(Key, DueOn, ArmedOn, State);
}

/// <summary>An obligation as the projection by due day shows it.</summary>
public sealed record DueItem(ObligationKey Key, DateOnly DueOn, DateOnly ArmedOn, ObligationState State)
{
    public bool IsReminded => State is ObligationState.Open or ObligationState.Returned;
}
