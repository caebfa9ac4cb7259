using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Entity group transactions: all of the actions or none.</summary>
public sealed partial class TableClient
{
    /// <returns>One answer per action, in their order.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused an action; nothing was written.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var batch = Batch.Of(transactionActions);
        var writer = new BatchWriter(_channel.Endpoint, Name);
        var body = writer.Write(batch);
        using var message = _channel.CreateMessage(RequestMethod.Post, "$batch", body, writer.ContentType);
        var response = await _channel.SendAsync(message, cancellationToken);
        var parts = BatchReader.Read(response);
        if (parts.FirstOrDefault(part => part.IsError) is { } refusal)
        {
            parts = await RecoverAsync(message, batch, refusal, cancellationToken) ?? throw Failed(refusal);
        }

        return parts.Count == batch.Actions.Count
            ? Response.FromValue<IReadOnlyList<Response>>([.. parts], response)
            : throw new RequestFailedException($"The service answered {parts.Count} of {batch.Actions.Count} actions.");
    }

    private async Task<IReadOnlyList<PartResponse>?> RecoverAsync(
        HttpMessage message, Batch batch, PartResponse refusal, CancellationToken cancellationToken) =>
        OperationId.MayBeOurs(message, refusal.Status) ? await _ownWrites.FindAsync(batch, cancellationToken) : null;

    private static TableTransactionFailedException Failed(PartResponse refusal) =>
        new(new RequestFailedException(refusal, null, ErrorParser.Instance));
}
