using System.Text.Json;

namespace ServerlessParty.Mail.Inbound;

/// <summary>The fields of the post that are JSON. What does not parse says nothing.</summary>
internal static class FormJson
{
    private const int MaxRecipients = 100;

    /// <summary><c>{"to":["unit@in.example.org"],"from":"someone@example.org"}</c></summary>
    public static MailEnvelope Envelope(string? json)
    {
        using var document = Parse(json);
        var root = document?.RootElement ?? default;
        var to = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("to", out var list) ? list : default;
        return new(
            Text(root, "from").ToLowerInvariant(),
            to.ValueKind == JsonValueKind.Array
                ? [.. to.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Take(MaxRecipients).Select(t => t.GetString()!.Trim().ToLowerInvariant())]
                : []);
    }

    /// <summary><c>{"subject":"UTF-8","text":"iso-8859-1"}</c>, <c>{"logo-cid":"attachment2"}</c></summary>
    public static IReadOnlyDictionary<string, string> Pairs(string? json)
    {
        using var document = Parse(json);
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Members(document))
        {
            pairs[name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        }

        return pairs;
    }

    /// <summary><c>{"attachment1":{"filename":"bien ban.pdf","type":"application/pdf","content-id":"x"}}</c></summary>
    public static IReadOnlyDictionary<string, FileInfoField> Files(string? json)
    {
        using var document = Parse(json);
        var files = new Dictionary<string, FileInfoField>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Members(document))
        {
            files[name] = new(Text(value, "filename"), Text(value, "name"), Text(value, "type"), Text(value, "content-id"));
        }

        return files;
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonDocument? document) =>
        document is { RootElement.ValueKind: JsonValueKind.Object }
            ? document.RootElement.EnumerateObject().Select(p => (p.Name, p.Value))
            : [];

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static JsonDocument? Parse(string? json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? null : JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the carrier says of one file; empty where it says nothing.</summary>
internal sealed record FileInfoField(string FileName, string Name, string Type, string ContentId);
