using ServerlessParty.Audit;

namespace ServerlessParty.Tests.Support;

/// <summary>Anchors in memory.</summary>
internal sealed class InMemoryAnchors : IAuditAnchors
{
    private readonly SortedDictionary<DateOnly, AuditAnchor> _anchors = [];

    public Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DateOnly>>([.. _anchors.Keys]);

    public Task<AuditAnchor> ReadAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(_anchors[day]);

    public Task<bool> TryAddAsync(AuditAnchor anchor, CancellationToken cancellationToken) =>
        Task.FromResult(_anchors.TryAdd(anchor.Day, anchor));
}
