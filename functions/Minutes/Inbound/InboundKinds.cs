using System.Globalization;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>The answers to mail whose text the operator may change.</summary>
public static class InboundKinds
{
    /// <summary>Files of a mail were not taken.</summary>
    public static LetterKind Refused { get; } = new(
        "mailrefused",
        [
            new("unit", FieldPlace.Body), new("moment", FieldPlace.Body), new("files", FieldPlace.Alone, IsNeeded: true),
        ],
        null, culture => Of(
            culture, "LetterRefusedSubject", Format(culture, "LetterGreeting", "{unit}"),
            Format(culture, "LetterRefusedIntro", "{moment}"), "{files}", Get(culture, "LetterRefusedAgain")));

    /// <summary>A paper marked secret was refused and not kept.</summary>
    public static LetterKind Secret { get; } = new(
        "mailsecret", [new("moment", FieldPlace.Body), new("channel", FieldPlace.Body, IsNeeded: true)],
        null, culture => Of(culture, "LetterRefusedSubject", Format(culture, "LetterSecret", "{moment}"), "{channel}"));

    /// <summary>A person will look; says nothing of any unit, since anybody may have written.</summary>
    public static LetterKind Triaged { get; } = new(
        "mailtriaged", [], null, culture => Of(culture, "LetterTriagedSubject", Get(culture, "LetterTriaged")));

    private static LetterTemplate Of(CultureInfo culture, string subject, params string[] paragraphs) =>
        new(Get(culture, subject), string.Join("\n\n", paragraphs));

    private static string Get(CultureInfo culture, string name) => InboundTexts.Get(name, culture);

    private static string Format(CultureInfo culture, string name, string field) =>
        string.Format(CultureInfo.InvariantCulture, Get(culture, name), field);
}
