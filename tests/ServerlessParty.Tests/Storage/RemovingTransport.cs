using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Tests.Storage;

/// <summary>Carries requests, and right after the bytes of one hash were touched lets somebody remove them.</summary>
internal sealed class RemovingTransport(string sha256) : HttpPipelineTransport
{
    public Func<Task> Remove { get; set; } = () => Task.CompletedTask;

    public int Removals { get; private set; }

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => HttpClientTransport.Shared.Process(message);

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await HttpClientTransport.Shared.ProcessAsync(message);
        var uri = message.Request.Uri.ToString();
        if (uri.Contains(sha256, StringComparison.Ordinal) && uri.Contains("comp=metadata", StringComparison.Ordinal))
        {
            Removals++;
            await Remove();
        }
    }
}
