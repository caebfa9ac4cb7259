using System.Runtime.CompilerServices;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>What is owed, for use cases that only read it.</summary>
internal sealed class OwedInMemory(Interruptions interruptions) : IObligations, IDueIndex
{
    private readonly Dictionary<ObligationKey, Obligation> _all = [];

    /// <summary>Lines of the projection that no dossier bears out.</summary>
    public List<DueItem> Leftovers { get; } = [];

    public int PointReads { get; private set; }

    public Obligation this[ObligationKey key]
    {
        get => _all[key];
        set => _all[key] = value;
    }

    public async Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken)
    {
        PointReads++;
        await interruptions.ReadAsync();
        return _all.GetValueOrDefault(key);
    }

    public async IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var item in _all.Values.Select(o => o.ToDue()).Concat(Leftovers).ToList())
        {
            if (item.DueOn >= first && item.DueOn <= last && (item.IsReminded || states == DueStates.All))
            {
                yield return item;
            }
        }
    }

    public Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> OpenAsync(IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task MendAsync(
        IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken)
    {
        Leftovers.RemoveAll(l => lines.Contains((l.Key, l.DueOn)));
        return Task.CompletedTask;
    }

    public Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
