namespace ServerlessParty.Web;

/// <summary>What every answer tells the browser to refuse. An endpoint that set one of these itself keeps its own.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        // One-tap links carry their token in the address: no other site may learn it from a Referer.
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        // Pages hold people's names and numbers: phones and proxies must not keep them.
        ("Cache-Control", "no-store"),
    ];

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    }

    private static Task Write(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        foreach (var (name, value) in Always)
        {
            headers.TryAdd(name, value);
        }

        return Task.CompletedTask;
    }
}
