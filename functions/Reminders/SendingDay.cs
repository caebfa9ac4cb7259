using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>On which working day a step is sent.</summary>
public static class SendingDay
{
    /// <summary>
    /// A step that falls on a day off moves to the next working day; a step of offset 0 or less that would so land
    /// past its due day moves to the last working day on or before the due day. Never decreases as the offset grows.
    /// </summary>
    /// <param name="offset">Days from the due day.</param>
    public static DateOnly Of(DateOnly dueOn, int offset, PartyCalendar calendar)
    {
        var day = calendar.NextWorkingDay(dueOn.AddDays(offset));
        return offset <= 0 && day > dueOn ? calendar.LastWorkingDay(dueOn) : day;
    }
}
