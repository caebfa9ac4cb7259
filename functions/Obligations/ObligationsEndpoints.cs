using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Obligations;

/// <summary>What a unit owes, and what may be done about it; each act is one POST that may be repeated.</summary>
internal static class ObligationsEndpoints
{
    private const string Unit = "/api/organizations/{id}/obligations";
    private const string One = Unit + "/{kind}/{period}";

    public static void MapObligations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Unit, ListAsync).NeedsUnit(Power.Read);
        routes.MapPost(One + "/submission", SubmitAsync).NeedsUnit(Power.Submit);
        routes.MapPost(One + "/acceptance", AcceptAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/return", ReturnAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/waiver", WaiveAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/extension", ExtendAsync).NeedsUnit(Power.Decide);
        routes.MapPost(One + "/reopening", ReopenAsync).NeedsUnit(Power.Decide);
        routes.MapClosure();
        routes.MapObligationForms();
        routes.MapBoard();
        routes.MapUnitPage();
    }

    private static async Task<IResult> ListAsync(
        OrganizationId id,
        string? state,
        IOrganizations organizations,
        IObligations obligations,
        PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        if (!TryParseState(state, out var wanted))
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "obligation.stateFilter");
        }

        if (await organizations.FindAsync(id, cancellationToken) is null)
        {
            return Refuse(StatusCodes.Status404NotFound, ClosureRefusals.NotFound);
        }

        var all = await obligations.OfAsync(id, cancellationToken);
        var items = all.Where(o => wanted is null || o.State == wanted).Select(o => ObligationJson.Of(o, calendar.Today));
        return TypedResults.Ok(new ObligationListJson([.. items], null));
    }

    private static Task<IResult> SubmitAsync([AsParameters] ActRequest request, SubmissionJson? body) =>
        request.DoAsync(new ObligationAct.Submission(body?.ReceivedOn, body?.Note));

    private static Task<IResult> AcceptAsync([AsParameters] ActRequest request) =>
        request.DoAsync(new ObligationAct.Acceptance());

    private static Task<IResult> ReturnAsync([AsParameters] ActRequest request, ReturnJson? body) =>
        request.DoAsync(new ObligationAct.Return(body?.Comment));

    private static Task<IResult> WaiveAsync([AsParameters] ActRequest request, WaiverJson? body) =>
        request.DoAsync(new ObligationAct.Waiver(body?.Reason));

    private static Task<IResult> ExtendAsync([AsParameters] ActRequest request, ExtensionJson? body) =>
        request.DoAsync(new ObligationAct.Extension(body?.DueOn, body?.Reason));

    private static Task<IResult> ReopenAsync([AsParameters] ActRequest request) =>
        request.DoAsync(new ObligationAct.Reopening());

    private static async Task<IResult> DoAsync(this ActRequest request, ObligationAct act)
    {
        var key = new ObligationKey(request.Id, request.Kind, request.Period);
        var actor = request.Context.Actor();
        var outcome = await request.UseCase.RunAsync(key, act, actor, request.CancellationToken);
        return Answer(outcome, request.Calendar.Today);
    }

    private static IResult Answer(ObligationOutcome outcome, DateOnly today) => outcome switch
    {
        ObligationOutcome.Changed changed => TypedResults.Ok(ObligationJson.Of(changed.After, today)),
        ObligationOutcome.Unchanged unchanged => TypedResults.Ok(ObligationJson.Of(unchanged.Current, today)),
        ObligationOutcome.Refused refused => Refuse(StatusOf(refused.Code), refused.Code, refused.Current.State.ToString()),
        _ => Refuse(StatusCodes.Status404NotFound, RefusalCodes.NotFound),
    };

    private static int StatusOf(string code) => code is RefusalCodes.State or RefusalCodes.Closed
        ? StatusCodes.Status409Conflict
        : StatusCodes.Status422UnprocessableEntity;

    private static ProblemHttpResult Refuse(int status, string code, string? state = null) => Problem.Of(
        status,
        code,
        ObligationsTexts.Refusal(code),
        state is null ? null : new Dictionary<string, object?> { ["state"] = state });

    private static bool TryParseState(string? text, out ObligationState? state)
    {
        var isKnown = Enum.TryParse<ObligationState>(text, ignoreCase: true, out var parsed)
            && Enum.GetNames<ObligationState>().Contains(text, StringComparer.OrdinalIgnoreCase);
        state = isKnown ? parsed : null;
        return isKnown || string.IsNullOrEmpty(text);
    }

    /// <summary>What every act on an obligation takes from its request.</summary>
    internal sealed record ActRequest(
        OrganizationId Id,
        ObligationKind Kind,
        Period Period,
        HttpContext Context,
        ActOnObligation UseCase,
        PartyCalendar Calendar,
        CancellationToken CancellationToken);
}
