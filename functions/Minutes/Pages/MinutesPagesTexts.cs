using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Pages;

/// <summary>What the pages of minutes say, in the language of the request.</summary>
internal static class MinutesPagesTexts
{
    private static readonly ResourceManager Texts = new(typeof(MinutesPagesTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) => Find(name) ?? throw new MissingManifestResourceException(name);

    /// <summary>The text, or null when there is none.</summary>
    public static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The sentence for a refusal of the pages' own, or of those that every way in shares.</summary>
    public static string Refusal(string code) => Find($"Refusal.{code}") ?? MinutesRefusalTexts.Of(code);
}
