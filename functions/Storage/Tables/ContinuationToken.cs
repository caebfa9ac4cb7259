using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Where the next page begins. The service's values are opaque; as text they stand escaped and separated by a space.</summary>
internal sealed record ContinuationToken(IReadOnlyList<string?> Values)
{
    private const string HeaderPrefix = "x-ms-continuation-";

    private static readonly string[] Names = ["NextPartitionKey", "NextRowKey", "NextTableName"];

    /// <summary>Null at the end of the query.</summary>
    public static ContinuationToken? Of(Response response)
    {
        var values = Array.ConvertAll(Names, name => response.Headers.TryGetValue(HeaderPrefix + name, out var value) ? value : null);
        return values.All(string.IsNullOrEmpty) ? null : new ContinuationToken(values);
    }

    /// <exception cref="FormatException">The text is not one this client gave out.</exception>
    public static ContinuationToken? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split(' ');
        return parts.Length == Names.Length
            ? new ContinuationToken(Array.ConvertAll(parts, part => part.Length == 0 ? null : Uri.UnescapeDataString(part)))
            : throw new FormatException("Not a continuation token of this client.");
    }

    public void AppendTo(RequestUriBuilder uri)
    {
        foreach (var (name, value) in Names.Zip(Values))
        {
            if (!string.IsNullOrEmpty(value))
            {
                uri.AppendQuery(name, value, escapeValue: true);
            }
        }
    }

    public override string ToString() => string.Join(' ', Values.Select(value => Uri.EscapeDataString(value ?? "")));
}
