using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>What units owe, as far as pages read it.</summary>
internal sealed class OwedList : IObligations
{
    public List<Obligation> All { get; } = [];

    public Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Obligation>>([.. All.Where(o => o.Key.Organization == organization)]);

    public Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(o => o.Key == key));

    public Task<int> OpenAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
