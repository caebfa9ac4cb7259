namespace ServerlessParty.Storage.Tables;

/// <summary>Names with a meaning of their own in rows on the wire.</summary>
internal static class SystemProperties
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";

    /// <summary>Whether the service or the client sets it, so that it is no property of the caller's.</summary>
    public static bool IsNotSent(string name) => name is Timestamp || name.StartsWith("odata.", StringComparison.Ordinal);

    public static bool IsKey(string name) => name is PartitionKey or RowKey;
}
