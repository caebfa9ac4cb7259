using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Organizations;

internal static class OrganizationPagesEndpoints
{
    public static void MapOrganizationPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/organizations", ShowAsync).NeedsBranch(Power.Read, "under");

    private static async Task<IResult> ShowAsync(
        HttpContext context, FindOrganizations find, string? q, string? after, CancellationToken cancellationToken)
    {
        OrganizationId? from = OrganizationId.TryParse(after, out var id) ? id : null;
        var found = await find.RunAsync(context.Branch(), q, from, cancellationToken);
        return new RazorComponentResult<OrganizationsPage>(
            new { Found = found, Words = q?.Trim() ?? "", IsFirst = from is null });
    }
}
