namespace ServerlessParty.Storage;

/// <summary>Where the store is: exactly one of the two.</summary>
public sealed record StorageOptions
{
    /// <summary>A connection string with shared key or SAS.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>An account reached with managed identity.</summary>
    public string? AccountName { get; init; }

    /// <summary>Put before every table and container name, so that several stores can share an account; 0 to 20 lower-case letters and digits beginning with a letter.</summary>
    public string Prefix { get; init; } = "";
}
