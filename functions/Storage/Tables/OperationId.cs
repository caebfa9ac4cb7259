using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>
/// Names the call that wrote a row last. Every written row carries it in one more property, hidden from readers, so that a
/// call whose answer was lost recognizes its own write when its retry is refused with 404, 409 or 412.
/// </summary>
/// <remarks>
/// Azure.Data.Tables has no such thing: built with <c>TablesSdk=official</c>, such a retry is an ordinary conflict, and rows
/// written by this client show the property.
/// </remarks>
internal readonly record struct OperationId(string Value)
{
    /// <summary>Reserved: a caller's row must not name it.</summary>
    public const string Property = "op";

    public static OperationId New() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Whether the refusal may be the echo of an earlier attempt of the same call.</summary>
    public static bool MayBeOurs(HttpMessage message, int status) =>
        message.ProcessingContext.RetryNumber > 0 && status is (404 or 409 or 412);
}
