using System.Text.RegularExpressions;

namespace ServerlessParty.Hosting;

/// <summary>Where the data are: exactly one of the two is set.</summary>
/// <param name="ConnectionString">An Azure Storage connection string with an account key or a shared access signature.</param>
/// <param name="AccountName">A storage account to open with the managed identity.</param>
public sealed partial record StorageOptions(string? ConnectionString, string? AccountName)
{
    private const string ConnectionStringKey = "Storage:ConnectionString";
    private const string AccountNameKey = "Storage:AccountName";

    internal static bool AreSet(IConfiguration configuration) =>
        configuration.Text(ConnectionStringKey) is not null || configuration.Text(AccountNameKey) is not null;

    /// <exception cref="StartRefusedException">Missing, both set, or malformed.</exception>
    internal static StorageOptions Of(IConfiguration configuration)
    {
        var options = new StorageOptions(configuration.Text(ConnectionStringKey), configuration.Text(AccountNameKey));
        return options switch
        {
            (null, null) => throw Settings.Wrong(ConnectionStringKey, "needed (or Storage__AccountName): there is no place for the data"),
            (not null, not null) => throw Settings.Wrong(AccountNameKey, "set together with Storage__ConnectionString; set one of them"),
            ({ } text, null) when !IsConnectionString(text) => throw Settings.Wrong(
                ConnectionStringKey, "not a connection string of Azure Storage (an account key or a shared access signature is missing)"),
            (null, { } name) when !NamePattern().IsMatch(name) => throw Settings.Wrong(
                AccountNameKey, "not the name of a storage account: 3 to 24 lower-case letters and digits"),
            _ => options,
        };
    }

    internal static void Put(IConfiguration configuration, string connectionString) =>
        configuration[ConnectionStringKey] = connectionString;

    private static bool IsConnectionString(string text)
    {
        var names = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=')[0].Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("UseDevelopmentStorage")
            || names.Contains("SharedAccessSignature")
            || (names.Contains("AccountName") && names.Contains("AccountKey"));
    }

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex NamePattern();
}
