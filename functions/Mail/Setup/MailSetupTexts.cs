using System.Globalization;
using System.Resources;

namespace ServerlessParty.Mail.Setup;

/// <summary>What setting up mail says.</summary>
internal static class MailSetupTexts
{
    private static readonly ResourceManager Texts = new("ServerlessParty.Mail.Setup.MailSetupTexts", typeof(MailSetupTexts).Assembly);

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"There is no text '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
