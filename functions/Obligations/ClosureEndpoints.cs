using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Obligations;

internal static class ClosureEndpoints
{
    public static void MapClosure(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/organizations/{id}/closure", CloseAsync).NeedsUnit(Power.Write);

    private static async Task<IResult> CloseAsync(
        OrganizationId id,
        ClosureJson? body,
        HttpContext context,
        CloseOrganization useCase,
        CancellationToken cancellationToken)
    {
        var ids = (body?.SuccessorIds ?? []).Select(s => OrganizationId.TryParse(s, out var u) ? u : (OrganizationId?)null);
        var successors = ids.Take(CloseOrganization.MaxSuccessors + 1).ToList();
        if (successors.Contains(null))
        {
            return Refuse(ClosureRefusals.Successor);
        }

        var closure = new UnitClosure(body?.ClosedOn, [.. successors.OfType<OrganizationId>()], body?.Reason?.Trim());
        return await useCase.RunAsync(id, closure, context.Actor(), cancellationToken) switch
        {
            ClosureOutcome.Closed closed => TypedResults.Ok(Describe(closed.Unit)),
            ClosureOutcome.Refused refused => Refuse(refused.Code),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
        };
    }

    private static ClosedJson Describe(Organization unit) =>
        new(unit.Id.Value, unit.ValidTo, [.. (unit.Successors ?? []).Select(s => s.Value)]);

    private static ProblemHttpResult Refuse(string code) => Problem.Of(StatusOf(code), code, ObligationsTexts.Refusal(code));

    private static int StatusOf(string code) => code switch
    {
        ClosureRefusals.NotFound => StatusCodes.Status404NotFound,
        ClosureRefusals.Closed or ClosureRefusals.HasChildren => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
