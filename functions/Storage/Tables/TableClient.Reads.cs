using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Reads. <c>T</c> is <see cref="TableEntity"/>; another type is a <see cref="NotSupportedException"/>.</summary>
public sealed partial class TableClient
{
    /// <exception cref="RequestFailedException">404 when there is no such row.</exception>
    public async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        RequireTableEntity<T>();
        using var message = CreateGet(partitionKey, rowKey, select);
        return Found<T>(await _channel.SendAsync(message, cancellationToken));
    }

    /// <summary>No value when there is no such row (or table).</summary>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        RequireTableEntity<T>();
        using var message = CreateGet(partitionKey, rowKey, select);
        var response = await _channel.SendAsync(message, cancellationToken, status => status == 404);
        return response.Status == 404 ? new NoValue<T>(response) : Found<T>(response);
    }

    /// <summary>Rows in ordinal order of their keys.</summary>
    /// <param name="maxPerPage">1 to 1,000 rows per request; a page may always be shorter, even empty.</param>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        RequireTableEntity<T>();
        var shape = new QueryShape($"{Name}()", filter, maxPerPage, select);
        return new QueryPages<T>(_channel, shape, response => (IReadOnlyList<T>)EntityReader.ReadMany(response), cancellationToken);
    }

    private HttpMessage CreateGet(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = _channel.CreateMessage(RequestMethod.Get, RowPath(partitionKey, rowKey));
        SelectedProperties.AppendTo(message.Request.Uri, select);
        return message;
    }

    private static Response<T> Found<T>(Response response) =>
        Response.FromValue((T)(object)EntityReader.ReadOne(response), response);

    private static void RequireTableEntity<T>()
    {
        if (typeof(T) != typeof(TableEntity))
        {
            throw new NotSupportedException($"This client reads {nameof(TableEntity)} only, not {typeof(T).Name}.");
        }
    }

    private sealed class NoValue<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such row.");

        public override Response GetRawResponse() => response;
    }
}
