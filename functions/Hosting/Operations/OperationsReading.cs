using ServerlessParty.Audit;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Hosting.Watch;
using ServerlessParty.Storage;

namespace ServerlessParty.Hosting.Operations;

/// <summary>Reads what the operator's page shows.</summary>
internal sealed class OperationsReading(
    TimerWatch timers, IEnumerable<TimerFunction> functions, IRunHistory history, IRunLeases leases, ITrailWatch trails, Store store)
{
    public async Task<OperationsView> RunAsync(CancellationToken cancellationToken)
    {
        var states = (await timers.GetAsync(cancellationToken)).ToDictionary(state => state.Function);
        var last = await leases.LastRunsAsync(cancellationToken);
        var names = functions.Select(function => function.Name).Order(StringComparer.Ordinal).ToList();
        var runs = await Task.WhenAll(names.Select(name => history.LastAsync(name, TrimRuns.Kept, cancellationToken)));
        var shown = names.Zip(runs, (name, kept) => new FunctionView(
            name,
            last.StartedAt.TryGetValue(name, out var at) ? at : null,
            states.GetValueOrDefault(name)?.Next,
            states.GetValueOrDefault(name)?.IsLate == true,
            kept));
        var format = await store.NewestFormatAsync().WaitAsync(cancellationToken);
        return new(
            timers.IsOn, [.. shown], await trails.ReadAsync(cancellationToken), format.Version,
            IsUpgrading: format.Upgraded < store.Schema.Last);
    }
}

/// <param name="AreTimersOn">Whether this way of running has timers.</param>
/// <param name="SchemaVersion">The store's.</param>
public sealed record OperationsView(
    bool AreTimersOn, IReadOnlyList<FunctionView> Functions, TrailsWatched Audit, int SchemaVersion, bool IsUpgrading);

/// <param name="LastRun">When the last complete run began.</param>
/// <param name="Next">The next slot; null where timers are off.</param>
/// <param name="Runs">Those that changed something or went wrong, the newest first.</param>
public sealed record FunctionView(
    string Name, DateTimeOffset? LastRun, DateTimeOffset? Next, bool IsLate, IReadOnlyList<RunRecord> Runs);
