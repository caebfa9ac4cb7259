using System.Collections.Concurrent;
using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Tests.Support;

internal sealed class InMemoryRunLeases : IRunLeases
{
    private readonly ConcurrentDictionary<string, Lease> _held = new();

    public ConcurrentDictionary<string, DateTimeOffset> LastRuns { get; } = new();

    public bool IsHeld(string function) => _held.ContainsKey(function);

    public Task LoseAsync(string function) => _held[function].Loss.CancelAsync();

    public Task<IRunLease?> TryTakeAsync(string function, CancellationToken cancellationToken)
    {
        var lease = new Lease(this, function);
        return Task.FromResult<IRunLease?>(_held.TryAdd(function, lease) ? lease : null);
    }

    public Task<DateTimeOffset?> LastRunAsync(string function, CancellationToken cancellationToken) =>
        Task.FromResult(LastRuns.TryGetValue(function, out var at) ? at : (DateTimeOffset?)null);

    public Task<LastRuns> LastRunsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new LastRuns(
            new Dictionary<string, DateTimeOffset>(LastRuns), LastRuns.IsEmpty ? null : LastRuns.Values.Min()));

    private sealed class Lease(InMemoryRunLeases leases, string function) : IRunLease
    {
        public CancellationTokenSource Loss { get; } = new();

        public CancellationToken Lost => Loss.Token;

        public Task RecordAsync(DateTimeOffset startedAt, CancellationToken cancellationToken)
        {
            leases.LastRuns[function] = startedAt;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            leases._held.TryRemove(function, out _);
            Loss.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
