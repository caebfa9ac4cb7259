using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Web;

namespace ServerlessParty.Minutes.Pages;

/// <summary>One version of minutes, to be read and judged; each act may be sent again.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/minutes/{id}", ShowAsync).NeedsUnit(Power.Read);
        routes.MapPost("/minutes/{id}/acceptance", AcceptAsync).NeedsUnit(Power.Decide);
        routes.MapPost("/minutes/{id}/return", ReturnAsync).NeedsUnit(Power.Decide);
    }

    private static async Task<IResult> ShowAsync([AsParameters] DocumentRequest request, string? done, string? received) =>
        await request.ReadAsync() is { } view
            ? new RazorComponentResult<DocumentPage>(new { View = view, Done = done, Received = received })
            : TypedResults.NotFound();

    private static Task<IResult> AcceptAsync([AsParameters] DocumentRequest request, ActOnObligation act, IFormCollection form)
    {
        _ = form; // asked for so that its antiforgery token is checked
        return request.DoAsync(act, new ObligationAct.Acceptance(), null);
    }

    private static Task<IResult> ReturnAsync([AsParameters] DocumentRequest request, ActOnObligation act, IFormCollection form) =>
        request.DoAsync(act, new ObligationAct.Return(form["comment"]), form["comment"]);

    /// <summary>What is judged is the newest version: a reader of an older one is shown that there is a newer.</summary>
    private static async Task<IResult> DoAsync(
        this DocumentRequest request, ActOnObligation useCase, ObligationAct act, string? typed)
    {
        if (await request.ReadAsync() is not { } view)
        {
            return TypedResults.NotFound();
        }

        if (!view.IsNewest)
        {
            return Page(view, PageRefusal.Of(PageRefusals.Outdated), typed);
        }

        var outcome = await useCase.RunAsync(
            view.Minutes.Id.Key, act, request.Context.Actor(), request.CancellationToken);
        return outcome switch
        {
            ObligationOutcome.Refused refused => Page(view, Refusal(refused.Code), typed),
            ObligationOutcome.NotFound => TypedResults.NotFound(),
            _ => new SeeOther($"/minutes/{view.Minutes.Id}?done={act.GetType().Name}"),
        };
    }

    private static Task<DocumentView?> ReadAsync(this DocumentRequest request) =>
        request.Reading.RunAsync(request.Id, request.Context.Caller()?.Scope, request.CancellationToken);

    private static PageRefusal Refusal(string code) => new(
        code, code == RefusalCodes.State ? BoardTexts.Get("RefusedState") : ObligationsTexts.Refusal(code));

    private static RazorComponentResult<DocumentPage> Page(DocumentView view, PageRefusal refusal, string? typed) =>
        new(new { View = view, Refusal = refusal, Typed = typed }) { StatusCode = refusal.Status };

    /// <summary>What every request about a document carries.</summary>
    internal sealed record DocumentRequest(
        string Id, HttpContext Context, DocumentReading Reading, CancellationToken CancellationToken);
}
