using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Storage.Tables;

/// <summary>One account's table service: where it is and the pipeline that leads there.</summary>
internal sealed class TableChannel
{
    private readonly HttpPipeline _pipeline;

    public TableChannel(Uri endpoint, TableClientOptions options, HttpPipelinePolicy? authorization)
    {
        // Paths are appended as they are, so the endpoint ends with the slash, and has no query of its own.
        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        var settings = new HttpPipelineOptions(options) { RequestFailedDetailsParser = ErrorParser.Instance };
        settings.PerCallPolicies.Add(new ServiceHeadersPolicy(options.Version));
        if (authorization is not null)
        {
            settings.PerRetryPolicies.Add(authorization);
        }

        _pipeline = HttpPipelineBuilder.Build(settings);
    }

    /// <summary>Ends with a slash.</summary>
    public Uri Endpoint { get; }

    /// <param name="path">Below the endpoint, already percent-encoded.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        return message;
    }

    public HttpMessage CreateMessage(RequestMethod method, string path, ReadOnlyMemory<byte> body, string contentType = "application/json")
    {
        var message = CreateMessage(method, path);
        message.Request.Content = RequestContent.Create(body);
        message.Request.Headers.SetValue("Content-Type", contentType);
        return message;
    }

    /// <summary>Sends, with the pipeline's retries.</summary>
    /// <param name="expected">A refusal that the caller can use; any other throws <see cref="RequestFailedException"/>.</param>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, Func<int, bool>? expected = null)
    {
        await _pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        return response.Status < 400 || expected?.Invoke(response.Status) == true
            ? response
            : throw new RequestFailedException(response);
    }
}
