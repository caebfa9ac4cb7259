using System.Globalization;

namespace ServerlessParty.Storage.Tables;

/// <summary>The types that the service's JSON names beside a property.</summary>
internal static class EdmTypes
{
    public const string Suffix = "@odata.type";
    public const string Int64 = "Edm.Int64";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string DateTime = "Edm.DateTime";
    public const string Binary = "Edm.Binary";

    public static string NotFinite(double number) =>
        double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    public static double ParseDouble(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
