using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Web;

namespace ServerlessParty.Access;

/// <summary>Puts the guard before every endpoint and answers for what it refuses.</summary>
internal static class GuardEndpoints
{
    /// <summary>To be called after routing and before antiforgery and endpoints.</summary>
    public static void UseAccessGuard(this WebApplication app) => app.Use(GuardAsync);

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        // Routing's own answers (405, 415) are endpoints without a route; they tell nothing and do nothing.
        var verdict = context.GetEndpoint() is RouteEndpoint endpoint
            ? await context.RequestServices.GetRequiredService<AccessGuard>().JudgeAsync(context, endpoint)
            : Verdict.Allowed;
        await (verdict is Verdict.Allowed ? next(context) : Refusal(context, verdict).ExecuteAsync(context));
    }

    private static IResult Refusal(HttpContext context, Verdict verdict)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (verdict, IsForPrograms(context.Request)) switch
        {
            (Verdict.NotAUnit, _) => Problem.Of(400, "access.unit", AccessTexts.Get("NotAUnit")),
            (Verdict.SignInFirst, true) => Problem.Of(401, "access.signIn", AccessTexts.Get("SignInFirst")),
            (Verdict.SignInFirst, false) => TypedResults.Redirect(SignInPath(context.Request)),
            (_, true) => Problem.Of(403, "access.denied", AccessTexts.Get("Denied")),
            _ => new RazorComponentResult<DeniedPage> { StatusCode = 403 },
        };
    }

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Headers.Authorization.Count > 0;

    private static string SignInPath(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? $"/sign-in?returnUrl={Uri.EscapeDataString(request.Path.ToUriComponent() + request.QueryString)}"
        : "/sign-in";
}
