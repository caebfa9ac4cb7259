using ServerlessParty.Access;

namespace ServerlessParty.Web;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", AnswerAsync).ForEverybody();

    private static async Task<IResult> AnswerAsync(HealthReading health, CancellationToken cancellationToken)
    {
        var answer = await health.GetAsync().WaitAsync(cancellationToken);
        return TypedResults.Text(
            answer.Body.ToJsonString(), "application/json",
            statusCode: answer.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
