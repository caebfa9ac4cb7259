using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>The two ways in which the host hands a request for HTTP on, with what each loses on the way.</summary>
internal static class HttpLosses
{
    public const string Version = "4.1037.0.0";

    private static readonly HashSet<string> DroppedContentHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Encoding", "Content-Disposition", "Content-Language", "Content-MD5", "Expires", "Last-Modified",
    };

    private static readonly HashSet<string> OfOneHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Proxy-Connection", "TE", "Trailer",
    };

    /// <summary>
    /// The older copy (<c>enableForwardingHttpRequest</c>): the path once more decoded, repeated keys of the query merged, a body
    /// only where its length was given.
    /// </summary>
    /// <exception cref="HttpRequestException">The request is chunked: its header is copied without its body.</exception>
    public static HttpRequestMessage Copy(HttpRequest request, Uri handler, Guid invocation)
    {
        var copy = new HttpRequestMessage(new HttpMethod(request.Method), CopiedAddress(request, handler));
        if (request.ContentLength > 0)
        {
            copy.Content = new StreamContent(request.Body);
            copy.Content.Headers.ContentLength = request.ContentLength;
            copy.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }
        else if (request.Headers.TransferEncoding.Count > 0)
        {
            throw new HttpRequestException("'Transfer-Encoding: chunked' header can not be used when content object is not specified.");
        }

        foreach (var (name, values) in request.Headers.Where(h => !h.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            if (!DroppedContentHeaders.Contains(name))
            {
                copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        copy.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", Version);
        copy.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", invocation.ToString());
        copy.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{Version}");
        return copy;
    }

    /// <summary>The newer proxy (<c>enableProxyingHttpRequest</c>): all streams, but the host's name goes and forwarding headers are set.</summary>
    public static HttpRequestMessage Proxy(HttpRequest request, Uri handler, Guid invocation)
    {
        var path = request.Path.ToUriComponent() + request.QueryString;
        var proxied = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(handler.GetLeftPart(UriPartial.Authority) + path));
        if (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0)
        {
            proxied.Content = new StreamContent(request.Body);
        }

        foreach (var (name, values) in request.Headers.Where(h => !IsReplaced(h.Key)))
        {
            if (!proxied.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                proxied.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        proxied.Headers.Add("X-Forwarded-For", (request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback).ToString());
        proxied.Headers.Add("X-Forwarded-Host", request.Host.Value);
        proxied.Headers.Add("X-Forwarded-Proto", request.Scheme);
        proxied.Headers.Add("X-Azure-Functions-HostVersion", Version);
        proxied.Headers.Add("X-Azure-Functions-InvocationId", invocation.ToString());
        proxied.Headers.Add("x-ms-invocation-id", invocation.ToString());
        return proxied;
    }

    private static Uri CopiedAddress(HttpRequest request, Uri handler)
    {
        var path = request.Path.Value!.Split('?', '#')[0];
        var query = string.Join('&', request.Query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Value(q.Value)}"));
        return new UriBuilder(new Uri(handler.GetLeftPart(UriPartial.Authority) + path)) { Query = query }.Uri;
    }

    private static string Value(StringValues values) =>
        string.Join(',', values.Select(v => Uri.EscapeDataString(v ?? "").Replace("%2C", ",", StringComparison.Ordinal)));

    private static bool IsReplaced(string header) =>
        OfOneHop.Contains(header)
        || header.Equals("Host", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Azure-Functions-", StringComparison.OrdinalIgnoreCase);
}
