using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Letters;

/// <summary>The words of letters about minutes, in the language of the store.</summary>
internal static class MinutesLetterTexts
{
    private static readonly ResourceManager Texts = new(typeof(MinutesLetterTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, CultureInfo culture, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Get(name, culture), values);
}
