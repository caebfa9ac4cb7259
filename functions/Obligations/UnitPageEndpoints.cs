using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

internal static class UnitPageEndpoints
{
    public static void MapUnitPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/organizations/{id}", ShowAsync).NeedsUnit(Power.Read);

    private static async Task<IResult> ShowAsync(
        string id,
        int? from,
        string? refused,
        string? done,
        HttpContext context,
        UnitPageReading page,
        CancellationToken cancellationToken)
    {
        var skip = Math.Max(0, from ?? 0);
        return OrganizationId.TryParse(id, out var unit)
            && await page.RunAsync(unit, context.Caller()?.Scope, skip, cancellationToken) is { } view
            ? new RazorComponentResult<UnitPage>(new { View = view, From = skip, Refused = refused, Done = done })
            : TypedResults.NotFound();
    }
}
