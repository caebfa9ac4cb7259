using System.Globalization;

namespace ServerlessParty.Organizations;

/// <summary>
/// The only place that turns an instant into a civil day of Vietnam, and that knows working days and sending hours.
/// Vietnam has been at UTC+7 without summer time since 1975, so the zone needs no time zone data of the machine.
/// </summary>
/// <param name="daysOff">Public holidays, from <c>seeds/holidays.json</c>.</param>
/// <param name="hours">When letters may leave, local time.</param>
public sealed class PartyCalendar(TimeProvider time, IReadOnlySet<DateOnly> daysOff, SendingHours hours)
{
    /// <summary>The zone of every deadline: <c>Asia/Ho_Chi_Minh</c>.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.CreateCustomTimeZone(
        "Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh");

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>Whether letters may leave on <paramref name="day"/>: not on Sundays and public holidays.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek != DayOfWeek.Sunday && !daysOff.Contains(day);

    /// <summary>The first working day on or after <paramref name="day"/>.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The last working day on or before <paramref name="day"/>.</summary>
    public DateOnly LastWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Whether letters may leave now: a working day, from the first hour inclusive to the last exclusive.</summary>
    public bool IsSendingTime
    {
        get
        {
            var local = TimeZoneInfo.ConvertTime(Now, Zone);
            var clock = TimeOnly.FromDateTime(local.DateTime);
            return IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && hours.Start <= clock && clock < hours.End;
        }
    }
}

/// <summary>When letters may leave on a working day, local time.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive, after <paramref name="Start"/>.</param>
public sealed record SendingHours(TimeOnly Start, TimeOnly End)
{
    public static SendingHours Default { get; } = new(new TimeOnly(7, 30), new TimeOnly(20, 0));

    /// <summary>Reads <c>07:30-20:00</c>; false for anything else, and for hours that end before they begin.</summary>
    public static bool TryParse(string text, out SendingHours hours)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        hours = Default;
        if (parts.Length != 2 || !IsTime(parts[0], out var start) || !IsTime(parts[1], out var end) || start >= end)
        {
            return false;
        }

        hours = new(start, end);
        return true;
    }

    private static bool IsTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
