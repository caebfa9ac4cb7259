using ServerlessParty.Mail;

namespace ServerlessParty.Reminders.Letters;

/// <summary>What a reader of the letters' page chose, and the address of the page that shows it. Holds no e-mail address.</summary>
/// <param name="Unit">Words that a unit is looked for by; null: any unit.</param>
/// <param name="Under">The branch that was asked for; null: all the reader may see.</param>
public sealed record LetterFilter(LetterQuery Query, string? Unit = null, string? Under = null)
{
    /// <summary>A day outside the span moves the span.</summary>
    public static LetterFilter Of(
        DateOnly today, DateOnly? last, DateOnly? day, LetterState? state, string? person, string? unit, string? under)
    {
        var query = new LetterQuery(last ?? today, day, state, IsPerson(person) ? person : null);
        var holds = day is null || (day >= query.First && day <= query.Last);
        return new(
            holds ? query : query with { Last = day!.Value },
            string.IsNullOrWhiteSpace(unit) ? null : unit.Trim(), string.IsNullOrEmpty(under) ? null : under);
    }

    /// <summary>Whether anything but the span was chosen.</summary>
    public bool IsChosen => Query.Day is not null || Query.State is not null || Query.Person is not null || Unit is not null;

    /// <summary>The page of these letters.</summary>
    public string Href(string path = "/letters", string? after = null)
    {
        (string Name, string? Value)[] all =
        [
            ("last", RemindersEndpoints.ToText(Query.Last)), ("day", Query.Day is { } day ? RemindersEndpoints.ToText(day) : null),
            ("state", Query.State?.ToString()), ("unit", Unit), ("under", Under), ("person", Query.Person), ("after", after),
        ];
        var chosen = all.Where(v => v.Value is not null).Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value!)}");
        return $"{path}?{string.Join('&', chosen)}";
    }

    public string HrefOf(DateOnly? day, LetterState? state) =>
        (this with { Query = Query with { Day = day, State = state } }).Href();

    public string HrefUntil(DateOnly last) => (this with { Query = Query with { Last = last, Day = null } }).Href();

    private static bool IsPerson(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
}
