namespace ServerlessParty.Minutes.Inbound;

/// <summary>The address to which one unit hands in: <c>nop+{token}@{domain}</c> (<i>nộp</i>, to hand in).</summary>
public static class PlusAddress
{
    /// <summary>The longest token, in characters.</summary>
    public const int MaxToken = 40;

    private const string Before = "nop+";

    /// <summary>The token in a recipient's address; null when it has none, or is of another domain.</summary>
    /// <param name="domain">Null for any.</param>
    public static string? TokenOf(string recipient, string? domain)
    {
        var address = recipient.ToLowerInvariant().Split('@');
        return address is [var local, var host]
            && (domain is null || host == domain)
            && local.StartsWith(Before, StringComparison.Ordinal)
            && local[Before.Length..] is { Length: > 0 and <= MaxToken } token
            && token.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7')) ? token : null;
    }
}
