using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>The page that a reminder's one-tap link leads to.</summary>
internal static class UnitOwesEndpoints
{
    public static void MapUnitOwes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/u", ShowAsync).NeedsBranch(Power.Read);

    /// <summary>Whoever covers everything has no unit of their own and is led to the board.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext context, IOrganizations organizations, IObligations obligations, TimeProvider time, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Branch() is not { } id || await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return TypedResults.LocalRedirect("/");
        }

        var all = await obligations.OfAsync(id, cancellationToken);
        var owed = all.Where(o => o.IsReminded).OrderBy(o => o.DueOn).ToList();
        return new RazorComponentResult<UnitOwes>(
            new { Unit = unit, Owed = owed, Today = PartyCalendar.DayOf(time.GetUtcNow()) });
    }
}
