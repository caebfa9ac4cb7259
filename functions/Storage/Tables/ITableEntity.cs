using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>A row. This client writes and reads <see cref="TableEntity"/> only; there is no object mapping.</summary>
public interface ITableEntity
{
    public string PartitionKey { get; set; }

    public string RowKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}
