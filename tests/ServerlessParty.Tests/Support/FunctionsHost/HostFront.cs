using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>How the host hands HTTP on.</summary>
public enum HostMode
{
    /// <summary><c>enableForwardingHttpRequest</c> of older hosts: a lossy copy, its answer held whole.</summary>
    Copying,

    /// <summary><c>enableProxyingHttpRequest</c> of newer ones: bodies stream.</summary>
    Proxying,
}

/// <summary>The public side of the Functions host: finds the function of a path, asks for its key, and hands the request to the handler.</summary>
internal sealed class HostFront : IAsyncDisposable
{
    /// <summary>The key of every function; the app's settings hold the same for its hooks.</summary>
    public const string FunctionKey = "the-key-of-the-functions";

    private readonly WebApplication _app;
    private readonly ScriptRoot _root;
    private readonly Uri _handler;
    private readonly HostMode _mode;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
    })
    {
        Timeout = TimeSpan.FromMinutes(11),
    };

    private HostFront(ScriptRoot root, Uri handler, HostMode mode)
    {
        (_root, _handler, _mode) = (root, handler, mode);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 104_857_600);
        _app = builder.Build();
        _app.Use(PassFrontEndAsync);
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HostFront> StartAsync(ScriptRoot root, Uri handler, HostMode mode)
    {
        var front = new HostFront(root, handler, mode);
        await front._app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    /// <summary>The platform's front end, which ends TLS, always stands before the host; the host believes what it says and leaves it in the request.</summary>
    private static Task PassFrontEndAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        request.Scheme = Uri.UriSchemeHttps;
        request.Headers["X-Forwarded-Proto"] = Uri.UriSchemeHttps;
        request.Headers.Append("X-Forwarded-For", "203.0.113.9:51234");
        request.Headers["X-ARR-LOG-ID"] = Guid.NewGuid().ToString();
        return next(context);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/admin/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/runtime/", StringComparison.OrdinalIgnoreCase))
        {
            return EndAsync(context, StatusCodes.Status401Unauthorized);
        }

        return _root.Serving(path, context.Request.Method) switch
        {
            null => EndAsync(context, StatusCodes.Status404NotFound),
            { AuthLevel: not "anonymous" } when !HasKey(context.Request) => EndAsync(context, StatusCodes.Status401Unauthorized),
            { IsHttpInAndOut: false } => throw new InvalidOperationException("It would be called with the payload protocol."),
            _ => HandOnAsync(context),
        };
    }

    private static bool HasKey(HttpRequest request) =>
        request.Query["code"] == FunctionKey || request.Headers["x-functions-key"] == FunctionKey;

    private static Task EndAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task HandOnAsync(HttpContext context)
    {
        var (request, held) = _mode == HostMode.Copying
            ? (Try(() => HttpLosses.Copy(context.Request, _handler, Guid.NewGuid())), HttpCompletionOption.ResponseContentRead)
            : (HttpLosses.Proxy(context.Request, _handler, Guid.NewGuid()), HttpCompletionOption.ResponseHeadersRead);
        if (request is null)
        {
            await EndAsync(context, StatusCodes.Status500InternalServerError);
            return;
        }

        using var answer = await _client.SendAsync(request, held, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static HttpRequestMessage? Try(Func<HttpRequestMessage> copy)
    {
        try
        {
            return copy();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
