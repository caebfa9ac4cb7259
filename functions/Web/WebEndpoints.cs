namespace ServerlessParty.Web;

internal static class WebEndpoints
{
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapLanguage();
        routes.MapHealth();
    }
}
