using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>A row. This client writes and reads <see cref="TableEntity"/> only; there is no object mapping.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
