namespace ServerlessParty.Storage;

/// <summary>Where the store is: exactly one of the two.</summary>
public sealed class StorageOptions
{
    /// <summary>A connection string with shared key or SAS.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>An account reached with managed identity.</summary>
    public string? AccountName { get; set; }

    /// <summary>Put before every table and container name, so that several stores can share an account; 0 to 20 lower-case letters and digits beginning with a letter.</summary>
    public string Prefix { get; set; } = "";
}
