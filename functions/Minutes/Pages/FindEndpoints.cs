using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

internal static class FindEndpoints
{
    private const int PageLength = 50;

    public static void MapFind(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/minutes", ShowAsync).NeedsBranch(Power.Read);

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        string? q,
        string? period,
        string? state,
        string? after,
        FindMinutes find,
        IOrganizations organizations,
        PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        var asked = FindQuery.Read(q, period, state, after);
        var found = await find.RunAsync(
            context.Branch(), asked.Words, asked.Period, asked.State, asked.After, PageLength, cancellationToken);
        var units = found.Items.Select(i => i.Id.Key.Organization).Distinct().ToList();
        var isNamed = context.Request.Query["under"].ToString().Length > 0;
        return new RazorComponentResult<FindPage>(new
        {
            Asked = asked,
            Found = found,
            Top = isNamed && context.Branch() is { } top ? await organizations.FindAsync(top, cancellationToken) : null,
            Units = await organizations.FindManyAsync(units, cancellationToken),
            calendar.Today,
        });
    }
}
