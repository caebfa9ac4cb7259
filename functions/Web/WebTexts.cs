using System.Globalization;
using System.Resources;

namespace ServerlessParty.Web;

/// <summary>What the shell and the edge say, in the language of the request.</summary>
internal static class WebTexts
{
    private static readonly ResourceManager Texts = new("ServerlessParty.Web.WebTexts", typeof(WebTexts).Assembly);

    /// <summary>The language pages are in now: <c>vi</c> or <c>en</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "vi";

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"There is no text '{name}'.");

    public static string Format(string name, params object[] args) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), args);
}
