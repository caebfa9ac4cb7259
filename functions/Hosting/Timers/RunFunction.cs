using System.Text.Json;
using ServerlessParty.Hosting.Logs;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting.Timers;

/// <summary>
/// Runs a timer's use case, whoever asked for it: under the function's lease, so that no two runs meet, and up to a deadline,
/// since the Functions host kills the whole process at its own.
/// </summary>
internal sealed partial class RunFunction(
    IEnumerable<TimerFunction> functions,
    IRunLeases leases,
    IServiceScopeFactory scopes,
    RunClock time,
    IRunWatch watch,
    ILogger<RunFunction> logger)
{
    /// <summary>Well before the ten minutes of <c>functionTimeout</c>.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(8);

    /// <param name="asOf">What the run's clock shows when it begins; null for the present.</param>
    public async Task<RunOutcome> RunAsync(string function, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (functions.FirstOrDefault(known => known.Name == function) is not { } found)
        {
            return new(RunEnding.Unknown);
        }

        Invocation.Begin();
        await using var lease = await leases.TryTakeAsync(function, cancellationToken);
        if (lease is null)
        {
            LogBusy(function);
            return new(RunEnding.Busy);
        }

        return asOf is null
            ? await WatchAsync(found, lease, cancellationToken)
            : await RunAsync(found, asOf, lease, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>A run for another day is a trial and is not kept.</summary>
    private async Task<RunOutcome> WatchAsync(TimerFunction function, IRunLease lease, CancellationToken cancellationToken)
    {
        var (startedAt, began) = (time.GetUtcNow(), time.GetTimestamp());
        RunRecord Ended(RunEnding ending, object? counts, Exception? failure) => new(
            function.Name, startedAt, time.GetElapsedTime(began), ending,
            counts is null ? null : JsonSerializer.Serialize(counts, JsonSerializerOptions.Web),
            failure is null ? null : FailureText.Of(failure), Invocation.Current);
        try
        {
            var outcome = await RunAsync(function, asOf: null, lease, startedAt, cancellationToken);
            await watch.EndAsync(Ended(outcome.Ending, outcome.Counts, null));
            return outcome;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await watch.EndAsync(Ended(RunEnding.Failed, null, failure));
            throw;
        }
    }

    private async Task<RunOutcome> RunAsync(
        TimerFunction function, DateTimeOffset? asOf, IRunLease lease, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost, deadline.Token);
        try
        {
            await watch.BeginAsync(limits.Token);
            var counts = await CallAsync(function, asOf, limits.Token);
            if (asOf is null)
            {
                await lease.RecordAsync(startedAt, limits.Token);
            }

            LogFinished(function.Name, counts);
            return new(RunEnding.Finished, counts);
        }
        catch (OperationCanceledException) when (limits.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogCutShort(function.Name, lease.Lost.IsCancellationRequested ? "lost its lease" : "met its deadline");
            return new(RunEnding.CutShort);
        }
    }

    private async Task<object> CallAsync(TimerFunction function, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (asOf is { } instant)
        {
            time.Pretend(instant);
        }

        var calendar = scope.ServiceProvider.GetRequiredService<PartyCalendar>();
        return await function.RunAsync(scope.ServiceProvider, calendar, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Function} finished: {Counts}")]
    private partial void LogFinished(string function, object counts);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Function} not run: another run holds its lease")]
    private partial void LogBusy(string function);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} {Why}; the next run goes on")]
    private partial void LogCutShort(string function, string why);
}
