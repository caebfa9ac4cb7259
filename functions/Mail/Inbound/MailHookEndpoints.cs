using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Where the carrier posts mail. It answers 200 once the mail is durable, whoever sent it and whatever it is, and 5xx when it
/// could not be kept: anything else would be lost mail.
/// </summary>
internal static class MailHookEndpoints
{
    public static void MapMailHook(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/hooks/mail/inbound", TakeAsync)
            .ForEverybody()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(SpooledPost.MaxBytes));

    private static async Task<IResult> TakeAsync(
        HttpContext context, HookCode code, InboundOptions options, ReceiveMail receive, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!code.IsOn || !options.Enabled)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "hook.off", MailTexts.Get("HookOff"));
        }

        if (!code.Matches(request.Query["code"]))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "hook.code", MailTexts.Get("HookCode"));
        }

        await using var post = await SpooledPost.CreateAsync(request.Body, request.ContentType, cancellationToken);
        if (options.Signature is { } signature && !await IsSignedAsync(signature, post, request, cancellationToken))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "hook.signature", MailTexts.Get("HookSignature"));
        }

        var stored = await receive.RunAsync(post, cancellationToken);
        return TypedResults.Ok(new TakenMailJson(stored.Mail.Id.Value, stored.IsNew));
    }

    private static Task<bool> IsSignedAsync(
        HookSignature signature, SpooledPost post, HttpRequest request, CancellationToken cancellationToken) =>
        signature.IsOfAsync(
            time => post.HashAsync(time, cancellationToken),
            request.Headers[HookSignature.SignatureHeader], request.Headers[HookSignature.TimestampHeader]);

    /// <param name="IsNew">False when the same mail came before.</param>
    private sealed record TakenMailJson(string Id, bool IsNew);
}
