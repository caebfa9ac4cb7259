namespace ServerlessParty.Minutes;

/// <summary>The words by which minutes are found.</summary>
public static class MinutesWords
{
    public static IReadOnlyCollection<string> Of(params string?[] texts) =>
        [.. texts.OfType<string>().SelectMany(OfQuery).Distinct()];

    public static IReadOnlyList<string> OfQuery(string query) =>
        query.ToLowerInvariant().Replace('á', 'a').Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);
}
