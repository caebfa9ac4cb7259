using System.Globalization;
using System.Resources;

namespace ServerlessParty.Access;

/// <summary>The words of sign-in, refusals and the unit's own page, in the language of the request.</summary>
public static class AccessTexts
{
    private static readonly ResourceManager Texts = new(typeof(AccessTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
