using System.Globalization;
using System.Resources;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Labels, hints and sentences of the form in the caller's language.</summary>
internal static class MinutesFormTexts
{
    private static readonly ResourceManager Resources = new(typeof(MinutesFormTexts));

    public static string Get(string name) =>
        Find(name) ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string? Find(string name) => Resources.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), arguments);
}
