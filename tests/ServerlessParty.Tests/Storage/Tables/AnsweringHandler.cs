using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Core.Pipeline;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>Takes the network's place: keeps what was sent and answers as told.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    public TableClient Table(TableClientOptions? options = null)
    {
        options ??= new TableClientOptions();
        options.Transport = new HttpClientTransport(new HttpClient(this));
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return new TableServiceClient("AccountName=party;AccountKey=a2V5", options).GetTableClient("rows");
    }

    public static HttpResponseMessage Response(HttpStatusCode status, string body = "", string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return Task.FromResult(answer(request, Requests.Count));
    }
}
