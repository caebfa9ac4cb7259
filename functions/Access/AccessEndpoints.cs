using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Mail;
using ServerlessParty.Web;

namespace ServerlessParty.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", ShowForm).ForEverybody();
        routes.MapPost("/sign-in", RequestAsync).ForEverybody();
        routes.MapGet("/sign-in/{token}", ShowButton).ForEverybody();
        routes.MapPost("/sign-in/{token}", SignInAsync).ForEverybody();
        routes.MapPost("/sign-out", SignOutAsync).ForEverybody();
        routes.MapGet("/u/{token}", OpenAsync).ForEverybody();
    }

    private static IResult ShowForm(string? returnUrl, bool? sent) =>
        new RazorComponentResult<SignInPage>(new { ReturnUrl = LocalPath.OrHome(returnUrl), Sent = sent == true });

    private static async Task<IResult> RequestAsync(
        [FromForm] string? email, [FromForm] string? returnUrl, RequestSignIn request, CancellationToken cancellationToken)
    {
        var path = LocalPath.OrHome(returnUrl);
        var address = email?.Trim();
        if (!EmailAddress.IsValid(address))
        {
            return new RazorComponentResult<SignInPage>(new { ReturnUrl = path, Invalid = true }) { StatusCode = 400 };
        }

        await request.RunAsync(address!, path == "/" ? null : path, cancellationToken);
        return TypedResults.Redirect("/sign-in?sent=true");
    }

    /// <summary>Changes nothing and asks nothing: scanners of mail open every link.</summary>
    private static IResult ShowButton(HttpContext context, string token, string? returnUrl)
    {
        _ = token;
        KeepPrivate(context);
        return new RazorComponentResult<SignInConfirmPage>(new { ReturnUrl = LocalPath.OrHome(returnUrl) });
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, string token, [FromForm] string? returnUrl, SignInLinks links, CancellationToken cancellationToken)
    {
        KeepPrivate(context);
        if (await links.TakeAsync(token, cancellationToken) is not { } subject)
        {
            return DeadLink(410, "SignInLinkDead");
        }

        await Session.BeginAsync(context, subject);
        return TypedResults.LocalRedirect(LocalPath.OrHome(returnUrl));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IFormCollection form)
    {
        _ = form;
        await Session.EndAsync(context);
        UnitCookie.Clear(context);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> OpenAsync(
        HttpContext context, string token, OpenUnitLink open, UnitCookie cookie, CancellationToken cancellationToken)
    {
        KeepPrivate(context);
        switch (await open.RunAsync(token, cancellationToken))
        {
            case OpenedLink.Alive alive:
                cookie.Write(context, alive.Link);
                return TypedResults.LocalRedirect("/u");
            case OpenedLink.Dead:
                return DeadLink(410, "UnitLinkDead");
            default:
                return DeadLink(403, "UnitLinkUnknown");
        }
    }

    private static RazorComponentResult<DeadLinkPage> DeadLink(int status, string reason) =>
        new(new { Reason = reason }) { StatusCode = status };

    /// <summary>The address itself is the secret: not to be stored, not to be told to where the page leads.</summary>
    private static void KeepPrivate(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
