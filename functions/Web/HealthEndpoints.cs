using System.Text.Json.Serialization;
using ServerlessParty.Access;

namespace ServerlessParty.Web;

internal static partial class HealthEndpoints
{
    /// <summary>How long storage may take to answer before the product counts as down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", AnswerAsync).ForEverybody();

    private static async Task<IResult> AnswerAsync(
        IHealthProbe probe, ISendingHealth sending, TimeProvider time, ILogger<IHealthProbe> logger,
        CancellationToken cancellationToken) =>
        await AskAsync(async token => (bool?)await probe.IsHealthyAsync(token), time, logger, cancellationToken) == true
            ? TypedResults.Json(new Health("Healthy", "Healthy", await AskAsync(
                async token => await sending.ReadAsync(token), time, logger, cancellationToken)))
            : TypedResults.Json(new Health("Unhealthy", "Unhealthy", null), statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <returns>Null when there was no answer in time.</returns>
    private static async Task<T?> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // WaitAsync as well: what is stuck in a name lookup does not look at its token.
            return await ask(giveUp.Token).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogDown(logger, failure);
            return default;
        }
        finally
        {
            await giveUp.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What /healthz asks for is not answered")]
    private static partial void LogDown(ILogger logger, Exception failure);

    /// <param name="Sending">Null when it could not be read.</param>
    private sealed record Health(
        string Status,
        string Storage,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SendingHealth? Sending);
}
