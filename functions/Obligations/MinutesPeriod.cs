using System.Globalization;

namespace ServerlessParty.Obligations;

/// <summary>A month for regular or a quarter for thematic meetings, from 2000 to 2100.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Months">How long it is: 1 or 3.</param>
public sealed record MinutesPeriod(ObligationKind Kind, Period Period, DateOnly First, int Months)
{
    public static MinutesPeriod Month(DateOnly first) =>
        new(ObligationKind.RegularMinutes, Period.Month(first.Year, first.Month), first, 1);

    /// <param name="first">The first day of a quarter.</param>
    public static MinutesPeriod Quarter(DateOnly first) =>
        new(ObligationKind.ThematicMinutes, Period.Quarter(first.Year, QuarterOf(first)), first, 3);

    /// <summary>The period of that kind in which a day lies; null for a kind that is no meeting.</summary>
    public static MinutesPeriod? Of(ObligationKind kind, DateOnly day) =>
        kind == ObligationKind.RegularMinutes ? Month(new(day.Year, day.Month, 1))
        : kind == ObligationKind.ThematicMinutes ? Quarter(new(day.Year, (QuarterOf(day) * 3) - 2, 1))
        : null;

    /// <summary>Reads a period of the form that its kind of meeting has; null for any other.</summary>
    public static MinutesPeriod? Of(ObligationKind kind, Period period) =>
        Parts(period) is var (year, month) && Of(kind, new DateOnly(year, month, 1)) is { } found && found.Period == period
            ? found
            : null;

    /// <summary>The day after its last.</summary>
    public DateOnly End => First.AddMonths(Months);

    /// <summary>The last day on which its minutes are on time, inclusive.</summary>
    public DateOnly DueOn(MinutesOptions options) => End.AddDays(
        (Kind == ObligationKind.RegularMinutes ? options.RegularDueDay : options.ThematicDueDay) - 1);

    private static int QuarterOf(DateOnly day) => ((day.Month - 1) / 3) + 1;

    private static (int Year, int Month)? Parts(Period period)
    {
        if (period.Value.Split('-') is not [{ Length: 4 } yearText, { Length: 2 } rest]
            || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 2000 or > 2100)
        {
            return null;
        }

        return rest is ['Q', >= '1' and <= '4' and var quarter] ? (year, ((quarter - '0') * 3) - 2)
            : int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
                ? (year, month)
                : null;
    }
}
