using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>
/// What a storage connection string says about tables: <c>TableEndpoint</c> or <c>AccountName</c> with
/// <c>DefaultEndpointsProtocol</c> (default https) and <c>EndpointSuffix</c> (default core.windows.net), and either
/// <c>AccountKey</c> or <c>SharedAccessSignature</c>. Settings of other services are ignored.
/// </summary>
internal sealed record ConnectionSettings(Uri Endpoint, TableSharedKeyCredential? Key, AzureSasCredential? Signature)
{
    /// <exception cref="FormatException">The text is no such string; the message never repeats it.</exception>
    public static ConnectionSettings Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = Split(connectionString);
        var endpoint = EndpointOf(settings);
        if (settings.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new(endpoint, null, new AzureSasCredential(signature));
        }

        return settings.TryGetValue("AccountName", out var account) && settings.TryGetValue("AccountKey", out var key)
            ? new(endpoint, new TableSharedKeyCredential(account, key), null)
            : throw new FormatException("The connection string has neither AccountName and AccountKey nor SharedAccessSignature.");
    }

    private static Dictionary<string, string> Split(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException("The connection string is not a list of different name=value settings.");
            }
        }

        return settings;
    }

    private static Uri EndpointOf(Dictionary<string, string> settings)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            return Absolute(endpoint);
        }

        return settings.TryGetValue("AccountName", out var account)
            ? Absolute($"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table."
                + settings.GetValueOrDefault("EndpointSuffix", "core.windows.net"))
            : throw new FormatException("The connection string has neither TableEndpoint nor AccountName.");
    }

    private static Uri Absolute(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException("The table endpoint of the connection string is not an http or https address.");
}
