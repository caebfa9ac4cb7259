using System.Globalization;
using System.Resources;

namespace ServerlessParty.Reminders.Letters;

/// <summary>The words of the letters' pages, in the language of the request.</summary>
internal static class LetterPageTexts
{
    private static readonly ResourceManager Texts = new(typeof(LetterPageTexts));

    public static string Get(string name) => Find(name)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
