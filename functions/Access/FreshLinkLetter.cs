using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Writes the letter with a fresh one-tap link.</summary>
internal static class FreshLinkLetter
{
    /// <param name="today">The day the link is made on; it works <see cref="UnitLink.DaysAfterDue"/> days longer.</param>
    public static EventMail Write(string to, Organization unit, Uri link, DateOnly today, CultureInfo culture)
    {
        var lastDay = today.AddDays(UnitLink.DaysAfterDue).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
        return new(
            LetterClass.Access, $"fresh.{unit.Id.Key}", to,
            AccessTexts.Get("FreshSubject", culture),
            [
                AccessTexts.Format("FreshGreeting", culture, unit.Name),
                AccessTexts.Format("FreshText", culture, lastDay),
            ],
            new EventMailLink(link, AccessTexts.Format("FreshLink", culture, unit.Name)))
        {
            Closing = [AccessTexts.Get("FreshPrivate", culture), AccessTexts.Get("FreshIgnore", culture)],
            Language = culture.TwoLetterISOLanguageName,
            Values = new(AccessKinds.FreshLink, new Dictionary<string, string> { ["unit"] = unit.Name, ["lastDay"] = lastDay }),
        };
    }
}
