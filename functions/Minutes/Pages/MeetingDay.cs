using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>The day of a meeting as a form asks for it.</summary>
internal static class MeetingDay
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>What the field says at first: today while the period runs; afterwards nothing, since a guess would be wrong and be taken over unread.</summary>
    public static string Proposed(ObligationKind kind, Period period, DateOnly today) =>
        MinutesPeriod.Of(kind, period) is { } asked && asked.First <= today && today < asked.End ? Write(today) : "";

    public static string Write(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    /// <summary>Reads the field; an empty one is no day. False for anything that is none.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = isDay ? parsed : null;
        return isDay || string.IsNullOrWhiteSpace(text);
    }
}
