namespace ServerlessParty.Minutes.Pages;

/// <summary>All pages of minutes.</summary>
internal static class MinutesPagesEndpoints
{
    public static void MapMinutesPages(this IEndpointRouteBuilder routes)
    {
        routes.MapUnitOwes();
        routes.MapHandIn();
        routes.MapReceipts();
        routes.MapContent();
        routes.MapUnitMinutes();
        routes.MapFind();
        routes.MapDocuments();
    }
}
