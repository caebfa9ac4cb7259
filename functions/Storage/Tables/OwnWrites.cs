using System.Text.Json;
using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>
/// Looks for the trace of a call whose answer was lost: rows whose last writer it was. A row that another call has written
/// since counts as not ours, so the worst case is a conflict that the caller re-reads anyway, never a false success.
/// </summary>
internal sealed class OwnWrites(TableChannel channel, string table)
{
    /// <summary>The answer that was lost, or null when the row is not of this call.</summary>
    public async Task<Response?> FindAsync(
        string partitionKey, string rowKey, OperationId operation, CancellationToken cancellationToken)
    {
        using var message = channel.CreateMessage(RequestMethod.Get, RowKeys.Path(table, partitionKey, rowKey));
        SelectedProperties.AppendTo(message.Request.Uri, [OperationId.Property]);
        var response = await channel.SendAsync(message, cancellationToken, status => status == 404);
        if (response.Status == 404)
        {
            return null;
        }

        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return IsOf(document.RootElement, operation) ? PartResponse.Written(response.Headers.ETag) : null;
    }

    /// <summary>The answers that were lost, or null when the transaction left no row. A transaction is whole, so one row proves it.</summary>
    public async Task<IReadOnlyList<PartResponse>?> FindAsync(Batch batch, CancellationToken cancellationToken)
    {
        var written = new Dictionary<string, ETag>(StringComparer.Ordinal);
        var filter = FilterText.Of($"PartitionKey eq {batch.PartitionKey} and op eq {batch.Operation.Value}");
        string[] select = [SystemProperties.PartitionKey, SystemProperties.RowKey];
        var shape = new QueryShape($"{table}()", filter, null, select);
        await foreach (var row in new QueryPages<TableEntity>(channel, shape, EntityReader.ReadMany, cancellationToken))
        {
            written[row.RowKey] = row.ETag;
        }

        return written.Count == 0
            ? null
            : [.. batch.Actions.Select(action => PartResponse.Written(
                written.TryGetValue(action.Entity.RowKey, out var etag) ? etag : null))];
    }

    private static bool IsOf(JsonElement row, OperationId operation) =>
        row.TryGetProperty(OperationId.Property, out var value) && value.GetString() == operation.Value;
}
