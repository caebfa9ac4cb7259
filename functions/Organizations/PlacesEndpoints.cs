using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Organizations;

internal static class PlacesEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/organizations/{id}/parent", MoveAsync).NeedsUnit(Power.Write, "id");

    private static async Task<IResult> MoveAsync(
        string id, Place body, HttpContext context, IOrganizations organizations, MoveOrganization move, CancellationToken cancellationToken)
    {
        if (!OrganizationId.TryParse(id, out var unit))
        {
            return OrganizationsEndpoints.NotFound();
        }

        OrganizationId? parent = OrganizationId.TryParse(body.ParentId, out var key) ? key : null;
        if (parent is null && !string.IsNullOrEmpty(body.ParentId))
        {
            return Refused("organization.parent.unknown");
        }

        // The guard looked at the unit that moves; where it goes must lie within the caller's reach as well.
        if (context.Caller()!.Scope is { } scope && !await ReachesAsync(scope, parent, organizations, cancellationToken))
        {
            return Problem.Of(403, "access.denied", OrganizationsTexts.Get("organization.parent.outside"));
        }

        return await move.RunAsync(unit, parent, context.Actor(), cancellationToken) switch
        {
            MoveOutcome.Moved moved => TypedResults.Ok(OrganizationView.Of(moved.After)),
            MoveOutcome.Refused refused => Refused(refused.Code),
            _ => OrganizationsEndpoints.NotFound(),
        };
    }

    private static async Task<bool> ReachesAsync(
        OrganizationId scope, OrganizationId? parent, IOrganizations organizations, CancellationToken cancellationToken) =>
        parent is { } target
        && (target == scope || (await organizations.AncestorsAsync(target, cancellationToken)).Contains(scope));

    private static ProblemHttpResult Refused(string code) => Problem.Of(422, code, OrganizationsTexts.Get(code));

    /// <summary>Where a unit shall stand; without a superior it becomes a root.</summary>
    internal sealed record Place(string? ParentId);
}
