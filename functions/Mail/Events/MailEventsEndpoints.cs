using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Mail.Events;

/// <summary>
/// Where the carrier posts what became of letters. It answers 200 once all of it is stored, and 5xx when it could not be: then
/// the carrier comes again for a day.
/// </summary>
internal static class MailEventsEndpoints
{
    /// <summary>SendGrid posts at most 768 KB at once.</summary>
    private const int MaxBodyBytes = 10 * 1024 * 1024;

    public static void MapMailEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/hooks/mail/events", TakeAsync)
            .ForEverybody()
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));

    private static async Task<IResult> TakeAsync(
        HttpRequest request, HookCode code, MailOptions options, ReceiveMailEvents receive, CancellationToken cancellationToken)
    {
        if (!code.IsOn)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "hook.off", MailTexts.Get("HookOff"));
        }

        if (!code.Matches(request.Query["code"]))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "hook.code", MailTexts.Get("HookCode"));
        }

        var body = await ReadAsync(request, cancellationToken);
        if (options.SendGrid.EventSignature() is { } signature && !signature.IsOf(
            body.Span, request.Headers[HookSignature.SignatureHeader], request.Headers[HookSignature.TimestampHeader]))
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "hook.signature", MailTexts.Get("HookSignature"));
        }

        return MailEventReader.Read(body) is { } events
            ? TypedResults.Ok(new TakenEventsJson(events.Count, await receive.RunAsync(events, cancellationToken)))
            : Problem.Of(StatusCodes.Status400BadRequest, "hook.body", MailTexts.Get("HookBody"));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    /// <param name="Events">How many were of our letters.</param>
    /// <param name="Changed">How many letters they changed.</param>
    private sealed record TakenEventsJson(int Events, int Changed);
}
