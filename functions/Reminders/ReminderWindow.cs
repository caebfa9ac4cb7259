using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The sending days that one planning looks at.</summary>
/// <param name="From">The first day whose lines may still be unfinished, inclusive.</param>
/// <param name="ArmedFrom">The first day for which steps may be written, inclusive.</param>
/// <param name="Through">The day of the planning, inclusive.</param>
public sealed record ReminderWindow(DateOnly From, DateOnly ArmedFrom, DateOnly Through)
{
    /// <summary>How far back the first planning looks where sending is armed without a day: obligations bring their own first day.</summary>
    public const int DefaultReachInDays = 366;

    /// <summary>The window of a planning on <paramref name="today"/>, or null while sending is not armed.</summary>
    public static ReminderWindow? Of(ReminderStanding standing, bool armedByDefault, DateOnly today)
    {
        var byDefault = armedByDefault && !standing.ArmingDecided ? today.AddDays(-DefaultReachInDays) : (DateOnly?)null;
        if ((standing.ArmedFrom ?? byDefault) is not { } armed || armed > today)
        {
            return null;
        }

        var from = standing.StepsSettledThrough ?? armed;
        return new(from < today ? from : today, armed, today);
    }

    /// <summary>How far back a step is looked for that its unit's new secretary was not told, in days.</summary>
    public const int ReaddressedReachInDays = 31;

    /// <summary>The window that also finds what a new secretary was not told.</summary>
    public ReminderWindow ForReaddressed()
    {
        var from = Through.AddDays(-ReaddressedReachInDays);
        return from < From ? this with { From = from } : this;
    }

    /// <summary>
    /// The window that a planning on <paramref name="on"/> will have. Every working day until then has its own planning, so
    /// that only steps since the last of them are left for that day; while sending is not armed, as if it were from today.
    /// </summary>
    public static ReminderWindow Ahead(ReminderStanding standing, bool armedByDefault, DateOnly on, PartyCalendar calendar)
    {
        var today = calendar.Today;
        var armed = standing.ArmedFrom ?? (armedByDefault ? DateOnly.MinValue : today);
        var last = calendar.LastWorkingDay(on.AddDays(-1));
        var from = last >= today
            ? last.AddDays(1)
            : standing.StepsSettledThrough ?? Latest(armed, today.AddDays(-DefaultReachInDays));
        return new(from < on ? from : on, armed, on);
    }

    /// <summary>The first day a step of the window may have.</summary>
    public DateOnly StepsFrom => From > ArmedFrom ? From : ArmedFrom;

    /// <summary>The due days that can have a step in this window, both ends inclusive: a step moves over the days off beside it, no farther.</summary>
    public (DateOnly First, DateOnly Last) DueDays(ReminderRules rules, PartyCalendar calendar)
    {
        var firstNominal = calendar.LastWorkingDay(From.AddDays(-1)).AddDays(1);
        var lastNominal = calendar.NextWorkingDay(Through.AddDays(1)).AddDays(-1);
        return (firstNominal.AddDays(-rules.LastOffset), lastNominal.AddDays(-rules.FirstOffset));
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
