using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Tests.Support;

/// <summary>Carries requests to the emulator, counts them, and can cut the line at the n-th write: from then on nothing passes, as after a kill.</summary>
internal sealed class CuttingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private int _requests;
    private int _writes;

    /// <summary>The write at which the line is cut; 0 for never.</summary>
    public int CutAt { get; set; }

    /// <summary>Whether the write that was cut still reached the store, its answer being lost.</summary>
    public bool Delivers { get; init; }

    public int Requests => _requests;

    public int Writes => _writes;

    public void Dispose() => _inner.Dispose();

    public void Reset() => (_requests, _writes) = (0, 0);

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => _inner.Process(message);

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        var write = message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head
            ? Volatile.Read(ref _writes)
            : Interlocked.Increment(ref _writes);
        if (CutAt > 0 && write >= CutAt)
        {
            if (Delivers && write == CutAt)
            {
                await _inner.ProcessAsync(message);
            }

            throw new LineCutException();
        }

        await _inner.ProcessAsync(message);
    }
}

/// <summary>What a use case meets when the line is cut; nothing in the product knows it, so nothing retries it.</summary>
internal sealed class LineCutException : Exception
{
    public LineCutException()
        : base("The line is cut.")
    {
    }
}
