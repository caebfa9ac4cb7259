using System.Buffers;
using System.Text;

namespace ServerlessParty.Storage.Tables;

/// <summary>Writes a transaction as the service's multipart body: one batch, one changeset, absolute addresses, CRLF.</summary>
internal sealed class BatchWriter(Uri endpoint, string table)
{
    // Random, so that no value of a row can hold a boundary.
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changeset = $"changeset_{Guid.NewGuid()}";
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    /// <exception cref="ArgumentException">A row passes a limit, or all together have more than 4 MiB.</exception>
    public ReadOnlyMemory<byte> Write(Batch batch)
    {
        Line($"--{_batch}");
        Line($"Content-Type: multipart/mixed; boundary={_changeset}");
        Line("");
        foreach (var action in batch.Actions)
        {
            WriteAction(action, batch.Operation);
            Batch.Require(_buffer.WrittenCount <= Batch.MaxBytes - 256, $"A transaction has at most {Batch.MaxBytes} bytes.");
        }

        Line($"--{_changeset}--");
        Line($"--{_batch}--");
        return _buffer.WrittenMemory;
    }

    private void WriteAction(TableTransactionAction action, OperationId operation)
    {
        Line($"--{_changeset}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line("");
        Line($"{Verb(action.ActionType)} {endpoint.AbsoluteUri}{Path(action)} HTTP/1.1");
        Line($"Accept: {ServiceHeadersPolicy.Json}");
        Line("DataServiceVersion: 3.0;");
        if (Batch.Condition(action) is { } condition)
        {
            Line($"If-Match: {condition}");
        }

        WriteBody(action, operation);
    }

    private void WriteBody(TableTransactionAction action, OperationId operation)
    {
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Line("");
            Line("");
            return;
        }

        var body = EntityWriter.Write(EntityWriter.Row(action.Entity), operation);
        Line("Prefer: return-no-content");
        Line("Content-Type: application/json");
        Line("");
        _buffer.Write(body.Span);
        Line("");
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, _buffer);
        Encoding.UTF8.GetBytes("\r\n", _buffer);
    }

    private string Path(TableTransactionAction action) => action.ActionType == TableTransactionActionType.Add
        ? table
        : RowKeys.Path(table, action.Entity.PartitionKey, action.Entity.RowKey);

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a known action."),
    };
}
