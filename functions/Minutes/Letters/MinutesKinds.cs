using System.Globalization;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Minutes.Letters;

/// <summary>The letters about minutes whose text the operator may change.</summary>
public static class MinutesKinds
{
    public static LetterKind Receipt { get; } = new(
        "receipt",
        [
            new("paper", FieldPlace.Anywhere), new("unit", FieldPlace.Body), new("facts", FieldPlace.Alone, IsNeeded: true),
            new("owed", FieldPlace.Alone), new("sender", FieldPlace.Body),
        ],
        null, culture => Of(
            culture, "ReceiptSubject", Format(culture, "Greeting", "{unit}"), Get(culture, "ReceiptIntro"), "{facts}", "{owed}",
            Get(culture, "ReceiptNext"), Get(culture, "ReceiptKeep"), "{sender}"));

    public static LetterKind Return { get; } = new(
        "return",
        [
            new("paper", FieldPlace.Anywhere), new("unit", FieldPlace.Body), new("comment", FieldPlace.Alone, IsNeeded: true),
            new("until", FieldPlace.Body, IsNeeded: true), new("link", FieldPlace.Alone, IsNeeded: true),
            new("reply", FieldPlace.Alone), new("sender", FieldPlace.Body),
        ],
        "link", culture => Of(
            culture, "ReturnSubject", Format(culture, "Greeting", "{unit}"), Format(culture, "ReturnIntro", "{paper}"), "{comment}",
            "{until}", "{link}", "{reply}", Get(culture, "PrivateLink"), "{sender}"));

    private static LetterTemplate Of(CultureInfo culture, string subject, params string[] paragraphs) =>
        new(Format(culture, subject, "{paper}"), string.Join("\n\n", paragraphs));

    private static string Get(CultureInfo culture, string name) => MinutesLetterTexts.Get(name, culture);

    private static string Format(CultureInfo culture, string name, string field) => MinutesLetterTexts.Format(name, culture, field);
}
