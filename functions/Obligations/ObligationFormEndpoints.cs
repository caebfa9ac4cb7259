using System.Globalization;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>The acts as plain forms on a unit's page; each goes back to it, with the refusal's code if there was one.</summary>
internal static class ObligationFormEndpoints
{
    private const string One = "/organizations/{id}/obligations/{kind}/{period}";

    public static void MapObligationForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(One + "/submission", SubmitAsync).NeedsUnit(Power.Submit);
        routes.MapPost(One + "/acceptance", AcceptAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/return", ReturnAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/waiver", WaiveAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/extension", ExtendAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/reopening", ReopenAsync).NeedsUnit(Power.Decide);
    }

    private static Task<IResult> SubmitAsync([AsParameters] FormRequest request, IFormCollection form) =>
        request.DoAsync(new ObligationAct.Submission(Day(form, "receivedOn"), form["note"]));

    private static Task<IResult> AcceptAsync([AsParameters] FormRequest request, IFormCollection form)
    {
        _ = form; // asked for so that its antiforgery token is checked
        return request.DoAsync(new ObligationAct.Acceptance());
    }

    private static Task<IResult> ReturnAsync([AsParameters] FormRequest request, IFormCollection form) =>
        request.DoAsync(new ObligationAct.Return(form["comment"]));

    private static Task<IResult> WaiveAsync([AsParameters] FormRequest request, IFormCollection form) =>
        request.DoAsync(new ObligationAct.Waiver(form["reason"]));

    private static Task<IResult> ExtendAsync([AsParameters] FormRequest request, IFormCollection form) =>
        request.DoAsync(new ObligationAct.Extension(Day(form, "dueOn"), form["reason"]));

    private static Task<IResult> ReopenAsync([AsParameters] FormRequest request, IFormCollection form)
    {
        _ = form; // asked for so that its antiforgery token is checked
        return request.DoAsync(new ObligationAct.Reopening());
    }

    private static async Task<IResult> DoAsync(this FormRequest request, ObligationAct act)
    {
        var key = new ObligationKey(request.Id, request.Kind, request.Period);
        var actor = request.Context.Actor();
        var outcome = await request.UseCase.RunAsync(key, act, actor, request.CancellationToken);
        var refused = outcome switch
        {
            ObligationOutcome.Refused refusal => refusal.Code,
            ObligationOutcome.NotFound => RefusalCodes.NotFound,
            _ => null,
        };
        return TypedResults.LocalRedirect(
            $"/organizations/{request.Id}?{(refused is null ? $"done={act.GetType().Name}" : $"refused={refused}")}");
    }

    private static DateOnly? Day(IFormCollection form, string field) =>
        DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>What every form takes from its request.</summary>
    internal sealed record FormRequest(
        OrganizationId Id,
        ObligationKind Kind,
        Period Period,
        HttpContext Context,
        ActOnObligation UseCase,
        CancellationToken CancellationToken);
}
