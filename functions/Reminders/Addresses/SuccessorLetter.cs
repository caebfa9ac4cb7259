using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Writes the letter that asks who the secretary of a unit is now.</summary>
internal static class SuccessorLetter
{
    public static EventMail Write(
        Organization unit, ContactMark mark, SuccessorQuestion question, string asked, Uri link, CultureInfo culture)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{unit.Id.Key}.{mark.Number}.{question.Try}");
        var secretary = unit.Contacts.Secretary;
        var lastDay = question.On.AddDays(ISecretaryLinks.DaysAlive);
        return new(
            LetterClass.Correction, id, question.To, AddressesTexts.Get("AskSubject", culture),
            [
                AddressesTexts.Format("AskGreeting", culture, asked),
                AddressesTexts.Format($"Ask{mark.Flaw}", culture, unit.Name, Name(secretary, culture), secretary.Email ?? ""),
                .. Suggestion(mark, culture),
                AddressesTexts.Format("AskText", culture, unit.Name, DueWords.Day(lastDay)),
            ],
            new EventMailLink(link, AddressesTexts.Get("AskLink", culture)))
        {
            Closing = [AddressesTexts.Get("AskPrivate", culture)],
            Language = culture.TwoLetterISOLanguageName,
        };
    }

    private static string[] Suggestion(ContactMark mark, CultureInfo culture) =>
        mark.Successor is { Name.Length: > 0 } named ? [AddressesTexts.Format("AskSuggestion", culture, named.Name)] : [];

    private static string Name(Contact secretary, CultureInfo culture) =>
        secretary.Name.Length > 0 ? secretary.Name : RemindersTexts.Get("UnknownName", culture);
}
