namespace ServerlessParty.Organizations;

internal static class OrganizationsEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
