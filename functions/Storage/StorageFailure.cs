using Azure;

namespace ServerlessParty.Storage;

/// <summary>What the store said when it refused a request.</summary>
internal static class StorageFailure
{
    /// <summary>Status and code, as <c>503 ServerBusy</c>; null when <paramref name="failure"/> is no answer of the store's.</summary>
    public static string? Code(Exception failure) =>
        failure is RequestFailedException { Status: > 0 } refused ? $"{refused.Status} {refused.ErrorCode}".TrimEnd() : null;
}
