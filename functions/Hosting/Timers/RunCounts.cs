using System.Text.Json;

namespace ServerlessParty.Hosting.Timers;

/// <summary>Reads what a run did from its counts.</summary>
internal static class RunCounts
{
    /// <summary>Name by name, as in the answer to an operator's run.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Numbers(string? counts) =>
        [.. Values(counts).Where(v => v.Value.ValueKind is JsonValueKind.Number)
            .Select(v => KeyValuePair.Create(v.Key, v.Value.GetInt64()))];

    /// <summary>What a run says in words: the setting that keeps letters from leaving.</summary>
    public static IReadOnlyList<string> Words(string? counts) =>
        [.. Values(counts).Where(v => v.Value.ValueKind is JsonValueKind.String).Select(v => v.Value.GetString()!)];

    /// <summary>Whether anything came of it; what was only looked at or left as it is does not count.</summary>
    public static bool SayAnything(string? counts) =>
        Words(counts).Count > 0 || Numbers(counts).Any(n => n.Value > 0 && n.Key is not ("compared" or "existing" or "steps" or "left"));

    private static Dictionary<string, JsonElement> Values(string? counts)
    {
        if (counts is null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(counts);
        return json.RootElement.ValueKind is JsonValueKind.Object
            ? json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone())
            : [];
    }
}
