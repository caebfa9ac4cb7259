namespace ServerlessParty.Hosting;

/// <summary>Reads settings; a wrong one stops the start with its name and the reason.</summary>
internal static class Settings
{
    /// <summary>The value, or null when it is absent or blank.</summary>
    public static string? Text(this IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool Flag(this IConfiguration configuration, string key, bool otherwise)
    {
        var text = configuration.Text(key);
        if (text is null)
        {
            return otherwise;
        }

        return bool.TryParse(text, out var flag) ? flag : throw Wrong(key, $"must be true or false, not `{text}`");
    }

    /// <param name="key">As configuration knows it, with colons; operators know it with two underscores.</param>
    /// <param name="reason">A clause without a full stop, and without a secret.</param>
    public static StartRefusedException Wrong(string key, string reason) =>
        new($"{key.Replace(":", "__", StringComparison.Ordinal)}: {reason}.");
}
