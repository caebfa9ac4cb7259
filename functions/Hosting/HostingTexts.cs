using System.Globalization;
using System.Resources;

namespace ServerlessParty.Hosting;

/// <summary>What runs and the sample data say to people.</summary>
internal static class HostingTexts
{
    private static readonly ResourceManager Texts = new("ServerlessParty.Hosting.HostingTexts", typeof(HostingTexts).Assembly);

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new MissingManifestResourceException($"There is no text '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);
}
