using ServerlessParty.Access;

namespace ServerlessParty.Web;

internal static partial class HealthEndpoints
{
    /// <summary>How long storage may take to answer before the product counts as down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", AnswerAsync).ForEverybody();

    private static async Task<IResult> AnswerAsync(
        IHealthProbe probe, TimeProvider time, ILogger<IHealthProbe> logger, CancellationToken cancellationToken)
    {
        var word = await IsHealthyAsync(probe, time, logger, cancellationToken) ? "Healthy" : "Unhealthy";
        return TypedResults.Json(new Health(word, word), statusCode: word == "Healthy" ? 200 : 503);
    }

    private static async Task<bool> IsHealthyAsync(
        IHealthProbe probe, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // WaitAsync as well: a probe stuck in a name lookup does not look at its token.
            var answer = probe.IsHealthyAsync(giveUp.Token).WaitAsync(Patience, time, cancellationToken);
            return await answer;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogDown(logger, failure);
            return false;
        }
        finally
        {
            await giveUp.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Storage does not answer the health probe")]
    private static partial void LogDown(ILogger logger, Exception failure);

    private sealed record Health(string Status, string Storage);
}
