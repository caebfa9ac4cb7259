using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Web;

namespace ServerlessParty.Access;

/// <summary>Puts the guard before every endpoint and answers for what it refuses.</summary>
internal static class GuardEndpoints
{
    /// <summary>Guards routes, then forms (antiforgery included). To be called after routing and before endpoints.</summary>
    public static void UseAccessGuard(this WebApplication app)
    {
        app.Use(GuardAsync);
        app.UseAntiforgery();
        app.Use(RefuseForeignFormAsync);
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        // Routing's own answers (405, 415) are endpoints without a route; they tell nothing and do nothing.
        var verdict = context.GetEndpoint() is RouteEndpoint endpoint
            ? await context.RequestServices.GetRequiredService<AccessGuard>().JudgeAsync(context, endpoint)
            : Verdict.Allowed;
        await (verdict is Verdict.Allowed ? next(context) : Refusal(context, verdict).ExecuteAsync(context));
    }

    /// <summary>Reading a form whose token is wrong throws, which is a 500; to its sender it is a form that went stale.</summary>
    private static Task RefuseForeignFormAsync(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? new RazorComponentResult<RefusedPage>(new { Reason = "FormStale" }) { StatusCode = 400 }.ExecuteAsync(context)
            : next(context);

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
