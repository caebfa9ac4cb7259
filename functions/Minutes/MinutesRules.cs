using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes;

/// <summary>For what, and when, minutes are taken.</summary>
public static class MinutesRules
{
    /// <summary>How long before its period a meeting may have been: a month's meeting is sometimes held in the last days of the month before.</summary>
    public const int MaxDaysBefore = 31;

    /// <summary>Why a hand-in can be for no meeting at all, as one of <see cref="MinutesRefusals"/>; null when it can.</summary>
    /// <param name="today">The civil day in Vietnam.</param>
    public static string? Flaw(HandIn handIn, DateOnly today)
    {
        if (handIn.Kind != ObligationKind.RegularMinutes && handIn.Kind != ObligationKind.ThematicMinutes)
        {
            return MinutesRefusals.Kind;
        }

        if (MinutesPeriod.Of(handIn.Kind, handIn.Period) is not { } period || period.First > today)
        {
            return MinutesRefusals.Period;
        }

        return handIn.MeetingDate is { } day && (day > today || day < period.First.AddDays(-MaxDaysBefore))
            ? MinutesRefusals.MeetingDate
            : null;
    }

    /// <summary>
    /// What becomes of the obligation. One that never opened (a period before the first that is tracked, a unit imported
    /// later) is there from now on, handed in, so that its opening finds it done. A further file before the verdict is a
    /// new version and changes nothing; after it, only a return makes room for one.
    /// </summary>
    public static ObligationOutcome Submit(
        Obligation? current, ObligationKey key, MinutesOptions options, DateOnly today) => current switch
        {
            null => new ObligationOutcome.Changed(
                new(key, MinutesPeriod.Of(key.Kind, key.Period)!.DueOn(options), today, ObligationState.Submitted, today),
                "minutes.received"),
            { State: ObligationState.Submitted } => new ObligationOutcome.Unchanged(current),
            _ => current.Submit(today, note: null, today),
        };
}
