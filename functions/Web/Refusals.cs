namespace ServerlessParty.Web;

/// <summary>What the edge itself refuses, before or after any capability: for programs as problem details, for people as a page.</summary>
internal static class Refusals
{
    /// <summary>Answers with <paramref name="status"/>, in the form the caller understands.</summary>
    /// <param name="detail">A sentence for people; by default the one that belongs to the status.</param>
    public static Task AnswerAsync(HttpContext context, int status, string? code = null, string? detail = null)
    {
        var known = Known(status);
        var text = detail ?? WebTexts.Get($"Detail{known}");
        IResult answer = WantsPage(context.Request)
            ? ErrorPage.Of(status, WebTexts.Get($"Title{known}"), text)
            : Problem.Of(status, code ?? Code(known), text);
        return answer.ExecuteAsync(context);
    }

    /// <summary>Browsers ask for HTML; a program under <c>/api</c> or <c>/hooks</c> gets a problem whatever it asks for.</summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/hooks")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The statuses that have words of their own; others share those of their class.</summary>
    private static int Known(int status) => status switch
    {
        400 or 401 or 403 or 404 or 405 or 413 or 415 or 429 or 500 or 503 => status,
        < 500 => 400,
        _ => 500,
    };

    private static string Code(int known) => known switch
    {
        401 => "access.signIn",
        403 => "access.denied",
        404 => "request.notFound",
        405 => "request.method",
        413 => "request.tooLarge",
        415 => "request.type",
        429 => "request.tooMany",
        500 => "server.error",
        503 => "server.unavailable",
        _ => "request.invalid",
    };
}
