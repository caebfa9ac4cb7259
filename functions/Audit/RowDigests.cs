namespace ServerlessParty.Audit;

/// <summary>How an entry names the rows it touched: one line each, <c>{row key} {digest}</c>.</summary>
public static class RowDigests
{
    public static string Write(IEnumerable<KeyValuePair<string, string>> rows) =>
        string.Join('\n', rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"));

    /// <summary>Brings <paramref name="digests"/> to what <paramref name="text"/> says.</summary>
    public static void Apply(string text, Dictionary<string, string> digests)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.LastIndexOf(' ');
            digests[line[..space]] = line[(space + 1)..];
        }
    }

    public static bool Same(Dictionary<string, string> expected, IReadOnlyDictionary<string, string> actual) =>
        expected.Count == actual.Count
        && expected.All(e => actual.TryGetValue(e.Key, out var digest) && digest == e.Value);
}
