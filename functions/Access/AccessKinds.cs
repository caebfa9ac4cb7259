using System.Globalization;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Access;

/// <summary>The letters with links whose text the operator may change.</summary>
public static class AccessKinds
{
    public static LetterKind SignIn { get; } = new(
        "signin", [new("link", FieldPlace.Alone, IsNeeded: true)], "link", culture => new(
            Get(culture, "LetterSubject"),
            string.Join("\n\n", Get(culture, "LetterGreeting"), Get(culture, "LetterText"), "{link}", Get(culture, "LetterIgnore"))));

    public static LetterKind FreshLink { get; } = new(
        "freshlink",
        [
            new("unit", FieldPlace.Body), new("lastDay", FieldPlace.Body, IsNeeded: true),
            new("link", FieldPlace.Alone, IsNeeded: true),
        ],
        "link", culture => new(
            Get(culture, "FreshSubject"),
            string.Join(
                "\n\n", AccessTexts.Format("FreshGreeting", culture, "{unit}"), AccessTexts.Format("FreshText", culture, "{lastDay}"),
                "{link}", Get(culture, "FreshPrivate"), Get(culture, "FreshIgnore"))));

    private static string Get(CultureInfo culture, string name) => AccessTexts.Get(name, culture);
}
