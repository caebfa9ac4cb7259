using System.Globalization;
using System.Resources;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Sentences about addresses and offices; pages speak the caller's language, letters the store's.</summary>
internal static class AddressesTexts
{
    private static readonly ResourceManager Resources = new(typeof(AddressesTexts));

    public static string Get(string name, CultureInfo? culture = null) =>
        Resources.GetString(name, culture ?? CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        Format(name, CultureInfo.CurrentUICulture, arguments);

    public static string Format(string name, CultureInfo culture, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name, culture), arguments);
}
