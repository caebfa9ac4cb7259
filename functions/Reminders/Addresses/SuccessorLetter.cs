using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Writes the letter that asks who the secretary of a unit is now.</summary>
internal static class SuccessorLetter
{
    /// <param name="asked">The name of the unit that is asked.</param>
    public static EventMail Write(
        Organization unit, ContactMark mark, SuccessorQuestion question, string asked, Uri link, CultureInfo culture)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{unit.Id.Key}.{mark.Number}.{question.Try}");
        var secretary = unit.Contacts.Secretary;
        return ReadyTemplate.WriteShipped(
            new(LetterClass.Correction, id, question.To, "", [], new(link, AddressesTexts.Get("AskLink", culture)))
            {
                Language = culture.TwoLetterISOLanguageName,
            },
            new(AddressKinds.Correction, new Dictionary<string, string>
            {
                ["superior"] = asked,
                ["unit"] = unit.Name,
                ["reason"] = AddressesTexts.Format(
                    $"Ask{mark.Flaw}", culture, unit.Name, Name(secretary, culture), secretary.Email ?? ""),
                ["suggestion"] = Suggestion(mark, culture),
                ["lastDay"] = DueWords.Day(question.On.AddDays(ISecretaryLinks.DaysAlive)),
            }),
            culture);
    }

    private static string Suggestion(ContactMark mark, CultureInfo culture) =>
        mark.Successor is { Name.Length: > 0 } named ? AddressesTexts.Format("AskSuggestion", culture, named.Name) : "";

    private static string Name(Contact secretary, CultureInfo culture) =>
        secretary.Name.Length > 0 ? secretary.Name : RemindersTexts.Get("UnknownName", culture);
}
