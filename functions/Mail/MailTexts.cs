using System.Globalization;
using System.Resources;

namespace ServerlessParty.Mail;

/// <summary>The words of the mailbox, in the language of the request.</summary>
public static class MailTexts
{
    private static readonly ResourceManager Texts = new(typeof(MailTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException(name);
}
