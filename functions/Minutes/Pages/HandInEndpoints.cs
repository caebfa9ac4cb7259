using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Web;

namespace ServerlessParty.Minutes.Pages;

/// <summary>Handing in on a page: by a unit's own link, and by staff for a unit. Sending a form again is answered with the same receipt.</summary>
internal static class HandInEndpoints
{
    private const string Own = "/u/minutes/{kind}/{period}";
    private const string OfUnit = "/organizations/{id}/minutes/{kind}/{period}";

    public static void MapHandIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Own, ShowAsync).NeedsBranch(Power.Submit);
        routes.MapGet(OfUnit, ShowAsync).NeedsUnit(Power.Submit);
        routes.MapPost(Own, TakeAsync).NeedsBranch(Power.Submit).WithMetadata(new RequestSizeLimitAttribute(SentForm.MaxBytes));
        routes.MapPost(OfUnit, TakeAsync).NeedsUnit(Power.Submit).WithMetadata(new RequestSizeLimitAttribute(SentForm.MaxBytes));
    }

    private static async Task<IResult> ShowAsync([AsParameters] HandInRequest request)
    {
        if (await request.ReadAsync() is not { } view)
        {
            return TypedResults.NotFound();
        }

        // Staff who name a unit mean that one, and its form has to say so too.
        return request.IsOwn && request.Context.Request.Query.ContainsKey("under")
            ? TypedResults.LocalRedirect($"/organizations/{view.Unit.Id}/minutes/{view.Key.Kind}/{view.Key.Period}")
            : request.Page(view);
    }

    private static async Task<IResult> TakeAsync(
        [AsParameters] HandInRequest request, IAntiforgery antiforgery, HandInDocument document, ReceiveMinutes receive)
    {
        if (await request.ReadAsync() is not { } view)
        {
            return TypedResults.NotFound();
        }

        await using var sent = await SentForm.ReadAsync(request.Context, antiforgery, request.CancellationToken);
        if (sent.Refusal is { } unfit)
        {
            return request.Page(view, unfit, sent.Fields);
        }

        if (!MeetingDay.TryRead(sent.Fields.GetValueOrDefault("meetingDate"), out var day))
        {
            return request.Page(view, PageRefusal.Of(MinutesRefusals.MeetingDate), sent.Fields);
        }

        await using var made = await document.RunAsync(
            view, request.WayAsked, day, sent.Files, sent.Fields, request.CancellationToken);
        return made.Refusal is { } flaw
            ? request.Page(view, flaw, sent.Fields, made.Faults)
            : request.Answer(view, sent.Fields, await receive.RunAsync(HandIn(), request.CancellationToken));

        HandIn HandIn() => new(
            view.Unit.Id, view.Key.Kind, view.Key.Period, day, made.File!, request.Context.Actor(), MinutesChannel.Web, made.Form);
    }

    private static async Task<HandInView?> ReadAsync(this HandInRequest request) =>
        request.Context.Branch() is { } unit
            ? await request.Reading.RunAsync(unit, request.Kind, request.Period, request.CancellationToken)
            : null;

    private static IResult Answer(
        this HandInRequest request, HandInView view, IReadOnlyDictionary<string, string?> fields, ReceivedMinutes outcome) => outcome switch
        {
            ReceivedMinutes.Stored stored => new SeeOther($"{request.Receipts}/{stored.Minutes.Id}?received=new"),
            ReceivedMinutes.Duplicate duplicate => new SeeOther($"{request.Receipts}/{duplicate.Original}?received=again"),
            ReceivedMinutes.Refused refused => request.Page(view, PageRefusal.Of(refused.Code), fields),
            _ => throw new InvalidOperationException($"No answer for {outcome}."),
        };

    private static RazorComponentResult<HandInPage> Page(
        this HandInRequest request,
        HandInView view,
        PageRefusal? refusal = null,
        IReadOnlyDictionary<string, string?>? typed = null,
        IReadOnlyList<FormFault>? faults = null) =>
        new(new
        {
            View = view,
            request.IsOwn,
            Way = request.WayAsked,
            Refusal = refusal,
            Typed = typed,
            Faults = faults ?? [],
        })
        {
            StatusCode = refusal?.Status ?? StatusCodes.Status200OK,
        };

    /// <summary>What both ways in take from their requests. The unit is the branch that the guard found.</summary>
    internal sealed record HandInRequest(
        string Kind, string Period, HttpContext Context, HandInReading Reading, CancellationToken CancellationToken)
    {
        /// <summary>Whether a unit does it by its own link, on a phone as a rule; staff have files.</summary>
        public bool IsOwn => Context.Request.Path.StartsWithSegments("/u");

        public HandInWay WayAsked =>
            Enum.TryParse<HandInWay>(Context.Request.Query["way"], ignoreCase: true, out var way) && Enum.IsDefined(way) ? way
            : IsOwn ? HandInWay.Photos : HandInWay.File;

        public string Receipts => IsOwn ? "/u/receipts" : "/minutes";
    }
}
