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
        routes.MapPost("/u/{token}/fresh", SendFreshAsync).ForEverybody();
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
    private static IResult ShowButton(string token, string? returnUrl)
    {
        _ = token;
        return new RazorComponentResult<SignInConfirmPage>(new { ReturnUrl = LocalPath.OrHome(returnUrl) });
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, string token, [FromForm] string? returnUrl, SignInLinks links, CancellationToken cancellationToken)
    {
        if (await links.TakeAsync(token, cancellationToken) is not { } subject)
        {
            return DeadLink(410, new { Reason = "SignInLinkDead" });
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
        HttpContext context, string token, bool? sent, OpenUnitLink open, UnitCookie cookie, CancellationToken cancellationToken)
    {
        switch (await open.RunAsync(token, cancellationToken))
        {
            case OpenedLink.Alive alive:
                cookie.Write(context, alive.Link);
                return TypedResults.LocalRedirect("/u");
            case OpenedLink.Dead:
                return DeadLink(410, new { Reason = "UnitLinkDead", FreshAt = FreshPath(token), Sent = sent == true });
            default:
                return DeadLink(403, new { Reason = "UnitLinkUnknown" });
        }
    }

    /// <summary>Leads back to the page of the dead link, which says the same whatever was done.</summary>
    private static async Task<IResult> SendFreshAsync(
        string token, IFormCollection form, SendFreshLink send, CancellationToken cancellationToken)
    {
        _ = form;
        await send.RunAsync(token, cancellationToken);
        return TypedResults.LocalRedirect($"/u/{Uri.EscapeDataString(token)}?sent=true");
    }

    private static string FreshPath(string token) => $"/u/{Uri.EscapeDataString(token)}/fresh";

    private static RazorComponentResult<DeadLinkPage> DeadLink(int status, object parameters) =>
        new(parameters) { StatusCode = status };
}
