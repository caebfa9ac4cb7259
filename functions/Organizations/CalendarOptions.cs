namespace ServerlessParty.Organizations;

/// <summary>What an operator may say of the calendar.</summary>
public sealed class CalendarOptions
{
    /// <summary>When letters may leave on a working day: <c>HH:mm-HH:mm</c> in Vietnam, the first inclusive, the last exclusive. Default <c>07:30-20:00</c>.</summary>
    public string SendingHours { get; set; } = "07:30-20:00";

    /// <exception cref="FormatException">The setting was not validated.</exception>
    public SendingHours Hours => Organizations.SendingHours.TryParse(SendingHours, out var hours)
        ? hours : throw new FormatException(Wrong);

    internal const string Wrong = "Reminders__SendingHours: must be two times of day, the first before the second, as in 07:30-20:00.";

    internal static bool IsUsable(CalendarOptions options) => Organizations.SendingHours.TryParse(options.SendingHours, out _);
}
