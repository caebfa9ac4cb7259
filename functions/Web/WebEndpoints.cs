namespace ServerlessParty.Web;

internal static class WebEndpoints
{
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
