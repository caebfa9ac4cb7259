using Microsoft.AspNetCore.Http.Features;

namespace ServerlessParty.Hosting.Timers;

/// <summary>
/// Tells the Functions host's own calls from what people send through it. The host decodes paths of forwarded requests, so
/// that a path alone proves nothing; but it sends those with the public host name or with forwarding headers.
/// </summary>
/// <param name="port">The port that the Functions host gave this process.</param>
internal sealed class TriggerGuard(int port)
{
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded-", "X-ARR-", "X-Original-"];

    private readonly string _host = $"127.0.0.1:{port}";

    /// <summary>The name after the slash when the request can only come from the host itself; null otherwise.</summary>
    public string? FunctionOf(HttpContext context)
    {
        // The target as it was sent: no decoding, no dot segments, no query, no absolute form.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.Length > 1 && IsFromHost(context.Request) ? target[1..] : null;
    }

    private bool IsFromHost(HttpRequest request) =>
        // Exactly as the host writes it: the framework's own comparison ignores case.
        request.Method == HttpMethods.Post
        && request.Headers.Host is [var host]
        && host == _host
        && !request.Headers.Keys.Any(IsForwarding);

    private static bool IsForwarding(string header) =>
        ForwardingPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
