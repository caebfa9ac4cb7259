using System.Globalization;
using System.Resources;

namespace ServerlessParty.Access;

/// <summary>The words of sign-in, refusals and the unit's own page, in the language of the request or, in letters, of the store.</summary>
public static class AccessTexts
{
    private static readonly ResourceManager Texts = new(typeof(AccessTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, CultureInfo? culture = null) =>
        Texts.GetString(name, culture ?? CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);

    public static string Format(string name, CultureInfo culture, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Get(name, culture), values);
}
