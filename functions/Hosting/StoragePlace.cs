using System.Text.RegularExpressions;

namespace ServerlessParty.Hosting;

/// <summary>Whether the settings name one place for the data, before anything opens it.</summary>
internal static partial class StoragePlace
{
    private const string ConnectionString = "Storage:ConnectionString";
    private const string AccountName = "Storage:AccountName";

    public static bool IsSet(IConfiguration configuration) =>
        configuration.Text(ConnectionString) is not null || configuration.Text(AccountName) is not null;

    public static void Put(IConfiguration configuration, string connectionString) =>
        configuration[ConnectionString] = connectionString;

    /// <exception cref="StartRefusedException">None, both, or one that is malformed.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (Flaw(configuration) is { } flaw)
        {
            throw flaw;
        }
    }

    private static StartRefusedException? Flaw(IConfiguration configuration) =>
        (configuration.Text(ConnectionString), configuration.Text(AccountName)) switch
        {
            (null, null) => Settings.Wrong(ConnectionString, "needed (or Storage__AccountName): there is no place for the data"),
            (not null, not null) => Settings.Wrong(AccountName, "set together with Storage__ConnectionString; set one of them"),
            ({ } text, null) when !IsConnectionString(text) => Settings.Wrong(
                ConnectionString, "not a connection string of Azure Storage (an account key or a shared access signature is missing)"),
            (null, { } name) when !NamePattern().IsMatch(name) => Settings.Wrong(
                AccountName, "not the name of a storage account: 3 to 24 lower-case letters and digits"),
            _ => null,
        };

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
