using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Reminders.Letters;

/// <summary>What a letter's record says, in words for people.</summary>
internal static class LetterWords
{
    public static string State(LetterState state) => RemindersTexts.Get($"State{state}");

    public static string Class(string letterClass) =>
        LetterPageTexts.Find($"Class.{letterClass}") ?? LetterPageTexts.Get("Class.other");

    /// <summary>What happened in our words, and the server's own words behind them: <c>Bounced: 550 no such user</c>.</summary>
    public static (string? Ours, string? Theirs) Problem(string? problem)
    {
        var parts = (problem ?? "").Split(": ", 2);
        var isEvent = Enum.TryParse<MailEventKind>(parts[0], out var kind) && kind.ToString() == parts[0];
        if (isEvent)
        {
            return (LetterPageTexts.Get($"Event.{kind}"), parts.Length > 1 ? parts[1] : null);
        }

        return problem == LetterSettling.NoAnswer
            ? (LetterPageTexts.Get("NoAnswer"), null)
            : (null, string.IsNullOrEmpty(problem) ? null : problem);
    }

    public static string Step(ReminderStep step)
    {
        var days = step.Offset == 0
            ? LetterPageTexts.Get("StepOn")
            : LetterPageTexts.Format(step.Offset < 0 ? "StepBefore" : "StepAfter", Math.Abs(step.Offset));
        return step.Role.Audience switch
        {
            ReminderAudience.Deputies => $"{days}, {LetterPageTexts.Get("ForDeputy")}",
            ReminderAudience.Superior => $"{days}, {LetterPageTexts.Get("ForSuperior")}",
            ReminderAudience.Upper => $"{days}, {LetterPageTexts.Get("ForUpper")}",
            _ => days,
        };
    }
}
