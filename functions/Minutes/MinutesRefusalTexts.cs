using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes;

/// <summary>What each of <see cref="MinutesRefusals"/> says to people, in the reader's language: what to do, in plain words.</summary>
public static class MinutesRefusalTexts
{
    private static readonly ResourceManager Texts =
        new(typeof(MinutesRefusalTexts).FullName!, typeof(MinutesRefusalTexts).Assembly);

    /// <param name="code">One of <see cref="MinutesRefusals"/>.</param>
    /// <exception cref="MissingManifestResourceException">There is no such code.</exception>
    public static string Of(string code) => Find(code, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"There is no text for '{code}'.");

    /// <summary>The sentence, or null for a word that is no code.</summary>
    public static string? Find(string code, CultureInfo language) => Texts.GetString(code, language);
}
