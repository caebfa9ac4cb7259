using System.Globalization;
using System.Resources;

namespace ServerlessParty.Obligations;

/// <summary>What obligations say to people, in the reader's language.</summary>
public static class ObligationsTexts
{
    private static readonly ResourceManager Texts =
        new(typeof(ObligationsTexts).FullName!, typeof(ObligationsTexts).Assembly);

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) =>
        Find(name)
        ?? throw new MissingManifestResourceException($"There is no text '{name}'.");

    /// <summary>The text, or null when there is none.</summary>
    public static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);

    /// <summary>The sentence for a refusal code; the general one for a code that has none.</summary>
    public static string Refusal(string code) =>
        Find($"Refusal.{code}") ?? Get("Refusal.other");
}
