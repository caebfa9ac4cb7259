using System.Globalization;
using ServerlessParty.Mail;

namespace ServerlessParty.Access;

/// <summary>Writes the letter with the sign-in link, in the language of the page it was asked for on.</summary>
internal static class SignInLetter
{
    public static EventMail Write(string to, string eventId, Uri link, CultureInfo culture) => new(
        LetterClass.Access, eventId, to,
        AccessTexts.Get("LetterSubject", culture),
        [AccessTexts.Get("LetterGreeting", culture), AccessTexts.Get("LetterText", culture)],
        new EventMailLink(link, AccessTexts.Get("LetterLink", culture)))
    {
        Closing = [AccessTexts.Get("LetterIgnore", culture)],
        Language = culture.TwoLetterISOLanguageName,
        Values = new(AccessKinds.SignIn, new Dictionary<string, string>()),
    };
}
