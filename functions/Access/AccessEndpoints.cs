namespace ServerlessParty.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
