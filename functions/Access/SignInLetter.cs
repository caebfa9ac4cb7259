using System.Globalization;
using ServerlessParty.Mail;

namespace ServerlessParty.Access;

/// <summary>Writes the letter with the sign-in link, in the language of the page it was asked for on.</summary>
internal static class SignInLetter
{
    public static EventMail Write(string to, string eventId, Uri link) => new(
        LetterClass.Access, eventId, to,
        AccessTexts.Get("LetterSubject"),
        [AccessTexts.Get("LetterGreeting"), AccessTexts.Get("LetterText")],
        new EventMailLink(link, AccessTexts.Get("LetterLink")))
    {
        Closing = [AccessTexts.Get("LetterIgnore")],
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
    };
}
