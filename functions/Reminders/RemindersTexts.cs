using System.Globalization;
using System.Resources;

namespace ServerlessParty.Reminders;

/// <summary>Sentences of this folder; pages speak the caller's language, letters the store's.</summary>
internal static class RemindersTexts
{
    private static readonly ResourceManager Resources = new(typeof(RemindersTexts));

    public static string Get(string name, CultureInfo? culture = null) =>
        Resources.GetString(name, culture ?? CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        Format(name, CultureInfo.CurrentUICulture, arguments);

    public static string Format(string name, CultureInfo culture, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name, culture), arguments);
}
