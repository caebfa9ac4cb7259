using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Benchmarks;

/// <summary>Carries requests to the emulator and counts them; a retry counts again.</summary>
internal sealed class CountingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private int _requests;

    public int Requests => _requests;

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        _inner.Process(message);
    }

    /// <summary>Called when an answer has come, before whoever asked sees it.</summary>
    public static Action? Answered { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        await _inner.ProcessAsync(message);
        Answered?.Invoke();
    }
}
