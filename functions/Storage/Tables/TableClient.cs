using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>One table. Thread-safe. Get one from <see cref="TableServiceClient.GetTableClient"/>.</summary>
/// <remarks>
/// A refusal is a <see cref="RequestFailedException"/> with the service's status and error code; a row or transaction that passes
/// a limit of the service is an <see cref="ArgumentException"/> before anything is sent. Writes are safe to retry: see
/// <see cref="OperationId"/>.
/// </remarks>
public sealed partial class TableClient
{
    private readonly TableChannel _channel;
    private readonly OwnWrites _ownWrites;

    internal TableClient(TableChannel channel, string name)
    {
        _channel = channel;
        _ownWrites = new OwnWrites(channel, name);
        Name = name;
        Uri = new Uri(channel.Endpoint, name);
    }

    public string Name { get; }

    public Uri Uri { get; }

    /// <summary>Writes a filter whose values are literals: <c>CreateQueryFilter($"PartitionKey eq {key}")</c>.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await CreateAsync(toleratesExisting: false, cancellationToken);

    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        await CreateAsync(toleratesExisting: true, cancellationToken);

    /// <summary>Answers 404 without throwing when there is no such table.</summary>
    public async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _channel.CreateMessage(RequestMethod.Delete, $"Tables('{Name}')");
        return await _channel.SendAsync(message, cancellationToken, status => status == 404);
    }

    private async Task<Response<TableItem>> CreateAsync(bool toleratesExisting, CancellationToken cancellationToken)
    {
        // The name is letters and digits alone.
        var body = System.Text.Encoding.UTF8.GetBytes($$"""{"TableName":"{{Name}}"}""");
        using var message = _channel.CreateMessage(RequestMethod.Post, "Tables", body);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await _channel.SendAsync(message, cancellationToken, status => status == 409);
        if (response.Status == 409 && !(toleratesExisting && TableErrorCode.TableAlreadyExists == ErrorParser.CodeOf(response)))
        {
            throw new RequestFailedException(response);
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    private string RowPath(string partitionKey, string rowKey) => RowKeys.Path(
        Name,
        RowKeys.Checked(partitionKey, nameof(partitionKey)),
        RowKeys.Checked(rowKey, nameof(rowKey)));
}
