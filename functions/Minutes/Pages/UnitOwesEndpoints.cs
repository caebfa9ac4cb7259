using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>The page that a reminder's one-tap link leads to.</summary>
internal static class UnitOwesEndpoints
{
    /// <summary>How many periods that were handed in are shown.</summary>
    private const int RecentPeriods = 6;

    public static void MapUnitOwes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/u", ShowAsync).NeedsBranch(Power.Read);

    /// <summary>Whoever covers everything has no unit of their own and is led to the board.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext context,
        IOrganizations organizations,
        IObligations obligations,
        IMinutes minutes,
        PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        if (context.Branch() is not { } id || await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return TypedResults.LocalRedirect("/");
        }

        var all = await obligations.OfAsync(id, cancellationToken);
        var handedIn = await minutes.OfAsync(id, cancellationToken);
        return new RazorComponentResult<UnitOwes>(new
        {
            Unit = unit,
            Owed = (IReadOnlyList<Obligation>)[.. all.Where(o => o.IsReminded).OrderBy(o => o.DueOn)],
            Recent = (IReadOnlyList<MeetingMinutes>)[.. handedIn.DistinctBy(m => m.Id.Key).Take(RecentPeriods)],
            calendar.Today,
        });
    }
}
