using System.Diagnostics;

namespace ServerlessParty.Hosting.Logs;

/// <summary>What a record of the log belongs to: the Functions host's invocation, else the request's trace, else a run of our own.</summary>
internal static class Invocation
{
    private const string Header = "X-Azure-Functions-InvocationId";
    private const int MaxLength = 64;

    private static readonly AsyncLocal<string?> Known = new();

    public static string? Current => Known.Value ?? Activity.Current?.TraceId.ToString();

    /// <summary>From here on the calling flow has an id, if it had none.</summary>
    public static void Begin() => Known.Value ??= Current ?? Guid.NewGuid().ToString("N");

    /// <summary>Elsewhere than under the Functions host anybody could send the header.</summary>
    public static void UseInvocations(this WebApplication app, RunMode mode)
    {
        if (mode.UnderFunctionsHost)
        {
            // In an async flow of its own, so that the next request of the connection does not inherit it.
            app.Use(async (context, next) =>
            {
                Known.Value = Of(context.Request.Headers[Header]);
                await next(context);
            });
        }
    }

    /// <summary>Forwarding hosts leave what a caller sent and put their own behind a comma: only the last value is the host's.</summary>
    /// <returns>Null when there is none that could be an id.</returns>
    internal static string? Of(Microsoft.Extensions.Primitives.StringValues header)
    {
        var last = header.ToString().Split(',')[^1].Trim();
        return last.Length is > 0 and <= MaxLength && last.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? last : null;
    }
}
