using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Storage.Rows;

/// <summary>The digest of a row's own properties, the same before it is written and after it is read.</summary>
internal static class RowDigest
{
    private static readonly HashSet<string> NotContent =
        ["PartitionKey", "RowKey", "Timestamp", "odata.etag", "odata.metadata"];

    public static string Of(TableEntity row)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in row.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (value is not null && !NotContent.Contains(name))
            {
                var written = Text(value);
                text.Append(CultureInfo.InvariantCulture, $"{name}={written.Length}:{written};");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Text(object value) => value switch
    {
        DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
