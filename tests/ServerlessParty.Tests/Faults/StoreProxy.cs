using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// Stands between a process and the emulator, names every write by what it writes, and springs a trap at the first of a kind.
/// A shared key does not sign the host, so requests pass on as they are.
/// </summary>
internal sealed partial class StoreProxy : IAsyncDisposable
{
    private static readonly string[] Unforwarded = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    private readonly WebApplication _app;
    private readonly HttpClient _upstream = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly FaultStore _store;
    private readonly ConcurrentQueue<string> _kinds = new();
    private int _isSprung;

    private StoreProxy(WebApplication app, FaultStore store) => (_app, _store) = (app, store);

    /// <summary>The kind of write at which the trap springs, whether the write still arrives, and what the trap does.</summary>
    public (string Kind, bool Late, Action Spring)? Trap { get; set; }

    public bool IsSprung => _isSprung > 0;

    /// <summary>The kinds of writes seen, in order of their first appearance.</summary>
    public IReadOnlyList<string> Kinds => [.. _kinds.Distinct()];

    public string ConnectionString
    {
        get
        {
            var urls = _app.Urls.ToList();
            return $"AccountName={Azurite.Account};AccountKey={Azurite.Key};"
                + $"BlobEndpoint={urls[0]}/{Azurite.Account};TableEndpoint={urls[1]}/{Azurite.Account}";
        }
    }

    public static async Task<StoreProxy> StartAsync(FaultStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var proxy = new StoreProxy(app, store);
        app.Run(proxy.PassAsync);
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _upstream.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var kind = KindOf(context.Request, Encoding.UTF8.GetString(body.ToArray()));
        if (kind is not null)
        {
            _kinds.Enqueue(kind);
        }

        var springs = kind is not null && kind == Trap?.Kind && Interlocked.Exchange(ref _isSprung, 1) == 0;
        if (springs && !Trap!.Value.Late)
        {
            Trap.Value.Spring();
        }

        if (IsSprung && !(springs && Trap!.Value.Late))
        {
            context.Abort();
            return;
        }

        using var answer = await ForwardAsync(context, body.ToArray());
        if (springs)
        {
            Trap!.Value.Spring();
            context.Abort();
            return;
        }

        await AnswerAsync(context, answer);
    }

    private Task<HttpResponseMessage> ForwardAsync(HttpContext context, byte[] body)
    {
        var isBlob = context.Connection.LocalPort == new Uri(_app.Urls.First()).Port;
        var target = isBlob ? _store.Azurite.BlobEndpoint : _store.Azurite.TableEndpoint;
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(target.GetLeftPart(UriPartial.Authority) + raw, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))
        {
            Content = new ByteArrayContent(body),
        };
        foreach (var header in context.Request.Headers.Where(h => !Unforwarded.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
            }
        }

        return _upstream.SendAsync(request);
    }

    private static async Task AnswerAsync(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(h => !Unforwarded.Contains(h.Key)))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        if (context.Request.Method != "HEAD" && context.Response.StatusCode is not (204 or 304))
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }

    // A write is named by its table and the state it writes, or by its container and what it does to a lease.
    private string? KindOf(HttpRequest request, string body)
    {
        if (request.Method is "GET" or "HEAD" || request.Query.ContainsKey("restype") || request.Path.Value!.EndsWith("/Tables", StringComparison.Ordinal))
        {
            return null;
        }

        var place = PlacePattern().Match(request.Path.Value!.Contains(_store.Prefix, StringComparison.Ordinal) ? request.Path.Value : body);
        var what = request.Headers["x-ms-lease-action"].FirstOrDefault() ?? StatePattern().Match(body).Groups[1].Value;
        return $"{place.Groups[1].Value} {what}".TrimEnd();
    }

    [GeneratedRegex("/f[0-9a-f]{16}([A-Za-z]+)")]
    private static partial Regex PlacePattern();

    [GeneratedRegex("\"State\":\"([A-Za-z]+)\"")]
    private static partial Regex StatePattern();
}
