namespace ServerlessParty.Obligations;

internal static class ObligationsEndpoints
{
    public static void MapObligations(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
