using System.Globalization;
using System.Resources;

namespace ServerlessParty.Audit;

/// <summary>What the trail says to people, in the language of the request.</summary>
public static class AuditTexts
{
    private static readonly ResourceManager Texts = new(typeof(AuditTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
