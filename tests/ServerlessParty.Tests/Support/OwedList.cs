using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>What units owe, as far as pages read and change it.</summary>
internal sealed class OwedList : IObligations
{
    public List<Obligation> All { get; } = [];

    public Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Obligation>>([.. All.Where(o => o.Key.Organization == organization)]);

    public Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(o => o.Key == key));

    public void Put(Obligation obligation)
    {
        All.RemoveAll(o => o.Key == obligation.Key);
        All.Add(obligation);
    }

    public Task<int> OpenAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken)
    {
        var outcome = All.Find(o => o.Key == key) is { } current ? decide(current) : new ObligationOutcome.NotFound();
        if (outcome is ObligationOutcome.Changed changed)
        {
            Put(changed.After);
        }

        return Task.FromResult(outcome);
    }

    public Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
