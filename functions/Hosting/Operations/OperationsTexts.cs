using System.Globalization;
using System.Resources;

namespace ServerlessParty.Hosting.Operations;

/// <summary>What the operator's page says.</summary>
internal static class OperationsTexts
{
    private static readonly ResourceManager Texts =
        new("ServerlessParty.Hosting.Operations.OperationsTexts", typeof(OperationsTexts).Assembly);

    public static string Get(string name) =>
        Find(name) ?? throw new MissingManifestResourceException($"There is no text '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Get(name), arguments);

    /// <summary>What a function does, in words; its name where there are none.</summary>
    public static string Function(string name) => Find("Function" + name) ?? name;

    /// <summary>A count of a run in words: <c>12 thư đã gửi đi</c>.</summary>
    public static string Count(string name, string number) =>
        Find("Count" + char.ToUpperInvariant(name[0]) + name[1..]) is { } words
            ? string.Format(CultureInfo.CurrentCulture, words, number)
            : $"{name}: {number}";

    private static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);
}
