using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>A letter as the API shows it.</summary>
internal sealed record LetterJson(
    string Id, string To, string Class, string Day, string State, string? Subject, int Attempts,
    IReadOnlyList<LetterReminderJson> Reminders, string? Problem, DateTimeOffset? NotBefore, DateTimeOffset ChangedAt)
{
    public static LetterJson Of(LetterWithItems letter)
    {
        var of = letter.Letter;
        return new(
            of.Id.ToString(), of.To, of.Id.Class, RemindersEndpoints.ToText(of.Id.Day), of.State.ToString(), of.Subject,
            of.Attempts, [.. letter.Keys().Select(LetterReminderJson.Of)], of.Problem, of.NotBefore, of.ChangedAt);
    }
}

internal sealed record LetterReminderJson(string OrganizationId, string Kind, string Period, string DueOn, string Step)
{
    public static LetterReminderJson Of(ReminderKey key) => new(
        key.Obligation.Organization.Value, key.Obligation.Kind.Value, key.Obligation.Period.Value,
        RemindersEndpoints.ToText(key.DueOn), key.Step.ToString());
}
