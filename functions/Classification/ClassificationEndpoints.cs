namespace ServerlessParty.Classification;

internal static class ClassificationEndpoints
{
    public static void MapClassification(this IEndpointRouteBuilder routes)
    {
        _ = routes;
    }
}
