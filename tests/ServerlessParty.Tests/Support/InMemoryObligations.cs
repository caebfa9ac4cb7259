using System.Runtime.CompilerServices;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Obligations and their projection in memory; the trail keeps the word of each change.</summary>
internal sealed class InMemoryObligations(InMemoryUnits units) : IObligations, IDueIndex
{
    private readonly Dictionary<ObligationKey, Obligation> _all = [];
    private readonly Lock _lock = new();

    public List<(ObligationKey Key, string Action, string? Said, string Actor)> Trail { get; } = [];

    /// <summary>Lines that the projection holds and no dossier does.</summary>
    public List<DueItem> StaleLines { get; } = [];

    public List<int> Slices { get; } = [];

    public int OpenCalls { get; private set; }

    /// <summary>Called before a batch is opened; a test cuts the run here.</summary>
    public Action<int> BeforeOpen { get; set; } = _ => { };

    public IReadOnlyCollection<Obligation> All => _all.Values;

    public void Put(params Obligation[] obligations)
    {
        foreach (var obligation in obligations)
        {
            _all[obligation.Key] = obligation;
        }
    }

    public Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult(_all.GetValueOrDefault(key));

    public Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Obligation>>([.. _all.Values
            .Where(o => o.Key.Organization == organization)
            .OrderBy(o => o.Key.Kind.Value, StringComparer.Ordinal)
            .ThenBy(o => o.Key.Period.Value, StringComparer.Ordinal)]);

    public Task<int> OpenAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken)
    {
        BeforeOpen(++OpenCalls);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(wanted.Count(o => _all.TryAdd(o.Key, o)));
    }

    public Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = _all.TryGetValue(key, out var current) ? decide(current) : new ObligationOutcome.NotFound();
            if (outcome is ObligationOutcome.Changed changed)
            {
                _all[key] = changed.After;
                Trail.Add((key, changed.Action, changed.Said, actor));
            }

            return Task.FromResult(outcome);
        }
    }

    public async Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken)
    {
        var before = await units.FindAsync(organization, cancellationToken);
        var after = await units.ChangeAsync(organization, decide, cancellationToken);
        foreach (var owed in after == before ? [] : await OfAsync(organization, cancellationToken))
        {
            await ChangeAsync(owed.Key, o => o.Withdraw(null), "closing", cancellationToken);
        }

        return after;
    }

    public async IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in _all.Values.Select(o => o.ToDue()).Concat(StaleLines).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (first <= item.DueOn && item.DueOn <= last && (states == DueStates.All || item.IsReminded))
            {
                yield return item;
            }
        }

        await Task.CompletedTask;
    }

    public Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken)
    {
        var removed = StaleLines.Count;
        StaleLines.Clear();
        return Task.FromResult(new RebuiltDue(_all.Count + removed, 0, 0, removed));
    }

    public Task MendAsync(
        IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken)
    {
        Slices.Add(units);
        return Task.FromResult(new RebuiltDue(units, 0, 0, 0));
    }
}
