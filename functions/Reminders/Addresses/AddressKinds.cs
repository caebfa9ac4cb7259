using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>The letter about a lost address whose text the operator may change.</summary>
public static class AddressKinds
{
    public static LetterKind Correction { get; } = new(
        "correction",
        [
            new("superior", FieldPlace.Body), new("unit", FieldPlace.Body), new("reason", FieldPlace.Body, IsNeeded: true),
            new("suggestion", FieldPlace.Alone), new("lastDay", FieldPlace.Body, IsNeeded: true),
            new("link", FieldPlace.Alone, IsNeeded: true),
        ],
        "link", culture => new(
            AddressesTexts.Get("AskSubject", culture),
            string.Join(
                "\n\n", AddressesTexts.Format("AskGreeting", culture, "{superior}"), "{reason}", "{suggestion}",
                AddressesTexts.Format("AskText", culture, "{unit}", "{lastDay}"), "{link}",
                AddressesTexts.Get("AskPrivate", culture))));
}
