namespace ServerlessParty.Minutes;

/// <summary>The words by which minutes are found.</summary>
public static class MinutesWords
{
    public static IReadOnlyCollection<string> Of(params string?[] texts) => [.. texts.OfType<string>()];

    public static IReadOnlyCollection<string> OfQuery(string query) => query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
