using ServerlessParty.Access;

namespace ServerlessParty.Minutes.Pages;

/// <summary>The file itself, for those who may see its unit: by the unit's own link, and for staff.</summary>
internal static class ContentEndpoints
{
    public static void MapContent(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/u/receipts/{id}/content", SendAsync).NeedsUnit(Power.Read);
        routes.MapGet("/minutes/{id}/content", SendAsync).NeedsUnit(Power.Read);
    }

    private static async Task<IResult> SendAsync(
        string id, HttpContext context, IMinutes minutes, CancellationToken cancellationToken) =>
        MinutesId.TryParse(id, out var wanted) && await minutes.FindAsync(wanted, cancellationToken) is { } found
            ? await MinutesEndpoints.SendAsync(found, context, minutes, cancellationToken)
            : TypedResults.NotFound();
}
