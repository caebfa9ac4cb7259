using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>A letter as the API shows it.</summary>
internal sealed record LetterJson(
    string Id, string To, string Class, string Day, string State, string? Subject, int Attempts,
    IReadOnlyList<LetterReminderJson> Reminders, string? Problem, DateTimeOffset? NotBefore, DateTimeOffset ChangedAt,
    IReadOnlyList<LetterMoment> History)
{
    /// <param name="branch">Whose reminders are shown; null: all.</param>
    public static LetterJson Of(LetterWithItems letter, LetterBranch? branch = null)
    {
        var of = letter.Letter;
        return new(
            of.Id.ToString(), of.To, of.Id.Class, RemindersEndpoints.ToText(of.Id.Day), of.State.ToString(), of.Subject,
            of.Attempts, [.. (branch ?? LetterBranch.All).Seen(letter).Select(LetterReminderJson.Of)], of.Problem,
            of.NotBefore, of.ChangedAt, of.History ?? []);
    }
}

internal sealed record LetterReminderJson(string OrganizationId, string Kind, string Period, string DueOn, string Step)
{
    public static LetterReminderJson Of(ReminderKey key) => new(
        key.Obligation.Organization.Value, key.Obligation.Kind.Value, key.Obligation.Period.Value,
        RemindersEndpoints.ToText(key.DueOn), key.Step.ToString());
}

internal sealed record LetterListJson(IReadOnlyList<LetterJson> Items, string? Next);

internal sealed record LetterCountJson(string Day, string State, int Letters)
{
    public static LetterCountJson Of(LetterCount count) =>
        new(RemindersEndpoints.ToText(count.Day), count.State.ToString(), count.Letters);
}

/// <param name="Counts">By day and state, over the whole span.</param>
internal sealed record FoundLettersJson(
    IReadOnlyList<LetterCountJson> Counts, IReadOnlyList<LetterJson> Items, string? Next);

/// <param name="Settle"><c>sent</c> or <c>again</c>, for a letter of which nobody knows whether it left.</param>
internal sealed record RetryJson(string? Settle);

/// <summary>Which letters a program looks for; an address stands in the body, so that no log of addresses holds it.</summary>
/// <param name="Last">The last day of the span, <c>yyyy-MM-dd</c>; default today.</param>
/// <param name="Unit">Part of a unit's name or code, or its id.</param>
/// <param name="Address">One addressee alone.</param>
internal sealed record LetterSearchJson(
    string? Last, string? Day, string? State, string? Unit, string? Address, string? After)
{
    /// <returns>Null when a value is nonsense.</returns>
    public async Task<LetterFilter?> ToFilterAsync(
        ILetterRecords records, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        if (!LetterRequest.TryParseState(State, out _)
            || !RemindersEndpoints.TryParseDay(Day, calendar, out _) || !RemindersEndpoints.TryParseDay(Last, calendar, out _)
            || (Address is not null && !EmailAddress.IsValid(Address)))
        {
            return null;
        }

        var person = Address is null ? null : await records.PersonAsync(Address, cancellationToken);
        return new LetterRequest { Last = Last, Day = Day, State = State, Unit = Unit, Person = person }.ToFilter(calendar);
    }
}
