using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServerlessParty.Hosting.Timers;

/// <summary>
/// Answers the timers of the Functions host: <c>POST /{function}</c>, read by nobody, answered with a JSON object, since an
/// empty answer never completes an invocation. Everything else goes on, and finds no such route.
/// </summary>
internal sealed partial class HandlerEnvelope(
    TriggerGuard guard,
    RunFunction run,
    IEnumerable<TimerFunction> functions,
    IHostApplicationLifetime lifetime,
    ILogger<HandlerEnvelope> logger) : IMiddleware
{
    private readonly HashSet<string> _functions = [.. functions.Select(function => function.Name)];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (guard.FunctionOf(context) is { } function && _functions.Contains(function))
        {
            var answer = await AnswerAsync(function);
            await answer.ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private async Task<JsonHttpResult<InvocationAnswer>> AnswerAsync(string function)
    {
        try
        {
            var outcome = await run.RunAsync(function, asOf: null, lifetime.ApplicationStopping);
            var counts = JsonSerializer.Serialize(outcome.Counts, JsonSerializerOptions.Web);
            return Answer($"{function} {outcome.Ending} {counts}", StatusCodes.Status200OK);
        }
        catch (Exception e)
        {
            LogFailed(function, e);
            return Answer($"{function} failed", StatusCodes.Status500InternalServerError);
        }
    }

    private static JsonHttpResult<InvocationAnswer> Answer(string log, int status) =>
        TypedResults.Json(new InvocationAnswer(new(), [log], null), InvocationAnswer.Json, statusCode: status);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogFailed(string function, Exception error);
}

/// <summary>What the Functions host reads from an answer.</summary>
internal sealed record InvocationAnswer(Dictionary<string, string> Outputs, string[] Logs, string? ReturnValue)
{
    /// <summary>Its names begin with capitals.</summary>
    public static JsonSerializerOptions Json { get; } = new() { TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver };
}
