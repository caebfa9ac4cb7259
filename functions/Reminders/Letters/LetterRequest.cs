using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>What the address of a letters' page says; what is nonsense in it counts as not said.</summary>
internal sealed class LetterRequest
{
    public string? Last { get; init; }

    public string? Day { get; init; }

    public string? State { get; init; }

    public string? Unit { get; init; }

    public string? Under { get; init; }

    public string? Person { get; init; }

    public LetterFilter ToFilter(PartyCalendar calendar)
    {
        _ = TryParseState(State, out var state);
        return LetterFilter.Of(
            calendar.Today, DayOf(Last, calendar), DayOf(Day, calendar), state, Person, Unit, Under);
    }

    /// <summary>False for a word that names no state; blank means any.</summary>
    public static bool TryParseState(string? text, out LetterState? state)
    {
        var isState = Enum.TryParse<LetterState>(text, ignoreCase: true, out var parsed)
            && Enum.IsDefined(parsed) && !char.IsAsciiDigit(text![0]);
        state = isState ? parsed : null;
        return isState || string.IsNullOrEmpty(text);
    }

    public static bool TryParseVerdict(string? text, out LetterVerdict verdict)
    {
        verdict = text switch
        {
            "sent" => LetterVerdict.Sent,
            "again" => LetterVerdict.Again,
            _ => LetterVerdict.None,
        };
        return verdict != LetterVerdict.None || string.IsNullOrEmpty(text);
    }

    private static DateOnly? DayOf(string? text, PartyCalendar calendar) =>
        !string.IsNullOrEmpty(text) && RemindersEndpoints.TryParseDay(text, calendar, out var day) ? day : null;
}
