using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>A transaction the service refused; nothing of it was written.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The one constructor is that of Azure.Data.Tables.")]
public sealed class TableTransactionFailedException(RequestFailedException requestFailedException)
    : RequestFailedException(
        requestFailedException.Status,
        requestFailedException.Message,
        requestFailedException.ErrorCode,
        requestFailedException.InnerException)
{
    /// <summary>Zero-based index of the action that was refused; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; } = IndexBefore(requestFailedException.Message);

    /// <summary>The service begins its text with the index and a colon.</summary>
    private static int? IndexBefore(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? [] : message.AsSpan(0, colon);
        return int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
