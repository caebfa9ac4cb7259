using Azure.Core;

namespace ServerlessParty.Benchmarks;

/// <summary>Requests to storage, by what they are charged as.</summary>
/// <param name="BlobWrites">Writes, deletions and lists of blobs and containers.</param>
internal readonly record struct StorageRequests(int Tables, int BlobWrites, int BlobReads)
{
    public int All => Tables + BlobWrites + BlobReads;

    public static StorageRequests operator +(StorageRequests one, StorageRequests other) =>
        new(one.Tables + other.Tables, one.BlobWrites + other.BlobWrites, one.BlobReads + other.BlobReads);

    public static StorageRequests operator -(StorageRequests one, StorageRequests other) =>
        new(one.Tables - other.Tables, one.BlobWrites - other.BlobWrites, one.BlobReads - other.BlobReads);

    public static StorageRequests Of(Request request)
    {
        if (request.Headers.Contains("DataServiceVersion"))
        {
            return new(1, 0, 0);
        }

        var reads = request.Method == RequestMethod.Get || request.Method == RequestMethod.Head;
        return reads && !request.Uri.Query.Contains("comp=list", StringComparison.Ordinal) ? new(0, 0, 1) : new(0, 1, 0);
    }
}
