using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Writes of one row.</summary>
public sealed partial class TableClient
{
    /// <exception cref="RequestFailedException">409 <c>EntityAlreadyExists</c> when the row exists.</exception>
    public async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var row = EntityWriter.Row(entity);
        var operation = OperationId.New();
        using var message = _channel.CreateMessage(RequestMethod.Post, Name, EntityWriter.Write(row, operation));
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return await WriteAsync(message, row, operation, cancellationToken);
    }

    /// <summary>Inserts the row or writes over it, whatever its version.</summary>
    public async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var row = EntityWriter.Row(entity);
        var operation = OperationId.New();
        using var message = CreateUpdate(row, mode, operation);
        return await WriteAsync(message, row, operation, cancellationToken);
    }

    /// <param name="ifMatch">The version to write over; <see cref="ETag.All"/> for any.</param>
    /// <exception cref="RequestFailedException">412 when the row has another version, 404 when there is none.</exception>
    public async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        var row = EntityWriter.Row(entity);
        if (ifMatch == default)
        {
            throw new ArgumentException("An update names the version it writes over.", nameof(ifMatch));
        }

        var operation = OperationId.New();
        using var message = CreateUpdate(row, mode, operation);
        message.Request.Headers.SetValue("If-Match", ifMatch.ToString("H"));
        return await WriteAsync(message, row, operation, cancellationToken);
    }

    /// <summary>Answers 404 without throwing when there is no such row.</summary>
    /// <param name="ifMatch">The version to delete; the default means any.</param>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _channel.CreateMessage(RequestMethod.Delete, RowPath(partitionKey, rowKey));
        message.Request.Headers.SetValue("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return await _channel.SendAsync(message, cancellationToken, status => status == 404);
    }

    private HttpMessage CreateUpdate(TableEntity row, TableUpdateMode mode, OperationId operation)
    {
        var body = EntityWriter.Write(row, operation);
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        return _channel.CreateMessage(method, RowPath(row.PartitionKey, row.RowKey), body);
    }

    private async Task<Response> WriteAsync(
        HttpMessage message, TableEntity row, OperationId operation, CancellationToken cancellationToken)
    {
        var response = await _channel.SendAsync(message, cancellationToken, status => OperationId.MayBeOurs(message, status));
        return response.Status < 400
            ? response
            : await _ownWrites.FindAsync(row.PartitionKey, row.RowKey, operation, cancellationToken)
                ?? throw new RequestFailedException(response);
    }
}
