using ServerlessParty.Audit;

namespace ServerlessParty.Tests.Support;

/// <summary>What was last found.</summary>
internal sealed class InMemoryTrailWatch : ITrailWatch
{
    public TrailsWatched Last { get; private set; } = TrailsWatched.Never;

    public Task<TrailsWatched> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Last);

    public Task WriteAsync(TrailsWatched watched, CancellationToken cancellationToken)
    {
        Last = watched;
        return Task.CompletedTask;
    }
}
