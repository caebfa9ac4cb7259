using System.Globalization;
using System.Resources;

namespace ServerlessParty.Organizations;

/// <summary>Sentences of this folder in the caller's language.</summary>
internal static class OrganizationsTexts
{
    private static readonly ResourceManager Resources = new(typeof(OrganizationsTexts));

    public static string Get(string name) =>
        Resources.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    /// <summary>The Vietnamese text whatever the caller's language: what files are headed with.</summary>
    public static string Vietnamese(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), arguments);
}
