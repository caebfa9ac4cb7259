using System.Globalization;
using System.Resources;

namespace ServerlessParty.Obligations;

/// <summary>What the board and the unit page say, in the language of the request.</summary>
internal static class BoardTexts
{
    private static readonly ResourceManager Texts = new(typeof(BoardTexts));

    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Get(string name) => Find(name) ?? throw new MissingManifestResourceException(name);

    public static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
