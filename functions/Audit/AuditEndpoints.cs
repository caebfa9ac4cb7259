namespace ServerlessParty.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
