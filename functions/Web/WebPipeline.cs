using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace ServerlessParty.Web;

/// <summary>What every request passes before it reaches a capability.</summary>
internal static class WebPipeline
{
    /// <summary>Must come first: it also answers for what later middleware throws or refuses without words.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseRequestLocalization();
        app.UseExceptionHandler(failed => failed.Run(AnswerFailureAsync));
        app.UseStatusCodePages(bare => Refusals.AnswerAsync(bare.HttpContext, bare.HttpContext.Response.StatusCode));
        app.Use(FrontDoorAsync);
        return app;
    }

    /// <summary>Must come after the guard: whoever is not let in learns nothing of a form's token.</summary>
    public static WebApplication UseForms(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use(RefuseForgeryAsync);
        return app;
    }

    /// <summary>The host asks <c>GET /</c> whether we are up, and so do strangers: neither costs a read of storage.</summary>
    private static Task FrontDoorAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var stranger = request.Path == "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers is { Cookie.Count: 0, Authorization.Count: 0 }
            && !request.Headers.ContainsKey("X-MS-CLIENT-PRINCIPAL");
        if (!stranger)
        {
            return next(context);
        }

        context.Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }

    private static Task RefuseForgeryAsync(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Refusals.AnswerAsync(context, 400, "request.forgery", WebTexts.Get("FormExpired"))
            : next(context);

    /// <summary>What was thrown stays in the log. A request that Kestrel itself refuses (a body too large) is not our failure.</summary>
    private static Task AnswerFailureAsync(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException refused => Refusals.AnswerAsync(context, refused.StatusCode),
            UnavailableException { Code: var code } => Refusals.AnswerAsync(
                context, StatusCodes.Status503ServiceUnavailable, code,
                WebTexts.Get(code == "store.newer" ? "StoreNewer" : "StoreUpgrading")),
            _ => Refusals.AnswerAsync(context, StatusCodes.Status500InternalServerError),
        };
}
