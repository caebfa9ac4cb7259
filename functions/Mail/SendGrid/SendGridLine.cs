using System.Net;
using System.Net.Http.Headers;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>What SendGrid answered, or what is known without an answer.</summary>
internal abstract record SendGridReply
{
    private SendGridReply()
    {
    }

    /// <summary>It answered.</summary>
    public sealed record Answered(HttpStatusCode Status, SendGridAnswer Answer) : SendGridReply;

    /// <summary>No connection came about: nothing was said.</summary>
    public sealed record Unreached(string Problem) : SendGridReply;

    /// <summary>The letters were being said or were said, and no answer came.</summary>
    public sealed record Lost(string Problem) : SendGridReply;
}

/// <summary>The line to SendGrid: one request, and what can be known of it however it ends.</summary>
public sealed class SendGridLine : IDisposable
{
    /// <summary>A request without an answer is given up after this; a run gives an attempt two minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int MaxScopesLength = 100_000;

    private readonly HttpClient _client;

    public SendGridLine(SendGridOptions options)
        : this(options, new SocketsHttpHandler
        {
            // Redirected, letters would go to somebody else.
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // Shorter than any server keeps them: one that is closed while we speak leaves letters uncertain.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
    }

    /// <summary>For tests that stand between us and the carrier.</summary>
    internal SendGridLine(SendGridOptions options, HttpMessageHandler handler)
    {
        var address = options.Address ?? throw new InvalidOperationException("The settings were not validated.");
        _client = new(handler) { BaseAddress = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/"), Timeout = Patience };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
    }

    internal async Task<SendGridReply> SendAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        using var content = new Saying(json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/mail/send") { Content = content };
        try
        {
            using var response = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new SendGridReply.Answered(
                response.StatusCode, await SendGridAnswer.ReadAsync(response, cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // Not its message: it may name proxies and addresses of this network.
            var problem = e is HttpRequestException known ? known.HttpRequestError.ToString() : "no answer in time";
            return content.HasBegun ? new SendGridReply.Lost(problem) : new SendGridReply.Unreached(problem);
        }
    }

    /// <summary>Asks what the key may do; says nothing of any letter.</summary>
    internal async Task<SendGridScopes> ReadScopesAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(
                new Uri("v3/scopes", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MaxScopesLength, cancellationToken);
            return SendGridScopes.Of(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new SendGridScopes.Silent();
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A body that knows whether any of it was said.</summary>
    private sealed class Saying : HttpContent
    {
        private readonly ReadOnlyMemory<byte> _json;

        public Saying(ReadOnlyMemory<byte> json)
        {
            _json = json;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public bool HasBegun { get; private set; }

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            HasBegun = true;
            await stream.WriteAsync(_json, cancellationToken);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = _json.Length;
            return true;
        }
    }
}
