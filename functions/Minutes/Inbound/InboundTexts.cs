using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>What is said about mail that comes in: pages in the reader's language, letters in the store's.</summary>
public static class InboundTexts
{
    private static readonly ResourceManager Texts = new(typeof(InboundTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name, CultureInfo? culture = null) =>
        Find(name, culture) ?? throw new MissingManifestResourceException(name);

    /// <summary>The text, or null when there is none.</summary>
    public static string? Find(string name, CultureInfo? culture = null) =>
        Texts.GetString(name, culture ?? CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
