using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Minutes.Pages;

internal static class UnitMinutesEndpoints
{
    public static void MapUnitMinutes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/organizations/{id}/minutes", ShowAsync).NeedsUnit(Power.Read);

    private static async Task<IResult> ShowAsync(
        HttpContext context, UnitMinutesReading page, CancellationToken cancellationToken) =>
        context.Branch() is { } unit && await page.RunAsync(unit, context.Caller()?.Scope, cancellationToken) is { } view
            ? new RazorComponentResult<UnitMinutesPage>(new { View = view })
            : TypedResults.NotFound();
}
