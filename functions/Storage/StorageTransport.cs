using Azure.Core.Pipeline;

namespace ServerlessParty.Storage;

/// <summary>What carries every request to the store: one pool of connections for tables and blobs. Tests put one that counts, or breaks, in its place.</summary>
internal sealed class StorageTransport
{
    public HttpPipelineTransport Transport { get; init; } = new HttpClientTransport();
}
