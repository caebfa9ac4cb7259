using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Benchmarks;

/// <summary>Carries requests to the emulator and counts them; a retry counts again.</summary>
internal sealed class CountingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private readonly Lock _gate = new();
    private StorageRequests _counted;

    public int Requests => Counted.All;

    public StorageRequests Counted
    {
        get
        {
            lock (_gate)
            {
                return _counted;
            }
        }
    }

    /// <summary>Called when an answer has come, before whoever asked sees it.</summary>
    public static Action? Answered { get; set; }

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Count(message.Request);
        _inner.Process(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Count(message.Request);
        await _inner.ProcessAsync(message);
        Answered?.Invoke();
    }

    private void Count(Request request)
    {
        lock (_gate)
        {
            _counted += StorageRequests.Of(request);
        }
    }
}
