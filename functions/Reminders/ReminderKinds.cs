using System.Globalization;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Reminders;

/// <summary>The reminder letters whose text the operator may change: to those who hand in, and to those who only watch.</summary>
public static class ReminderKinds
{
    private static readonly IReadOnlyList<TemplateField> Fields =
    [
        new("counts", FieldPlace.Anywhere), new("greeting", FieldPlace.Body), new("unit", FieldPlace.Body),
        new("papers", FieldPlace.Alone, IsNeeded: true), new("sender", FieldPlace.Body),
    ];

    public static LetterKind Reminder { get; } = new("reminder", Fields, "papers", culture => Shipped(culture, "OwnIntro"));

    public static LetterKind Digest { get; } = new("digest", Fields, "papers", culture => Shipped(culture, null));

    public static LetterKind Of(ReminderLetter letter) => letter.Own.Count > 0 ? Reminder : Digest;

    private static LetterTemplate Shipped(CultureInfo culture, string? intro)
    {
        string?[] paragraphs =
        [
            "{greeting},", intro is null ? null : RemindersTexts.Get(intro, culture), "{papers}",
            RemindersTexts.Get("LetterClosing", culture), "{sender}",
        ];
        return new(RemindersTexts.Format("LetterSubject", culture, "{counts}"), string.Join("\n\n", paragraphs.OfType<string>()));
    }
}
