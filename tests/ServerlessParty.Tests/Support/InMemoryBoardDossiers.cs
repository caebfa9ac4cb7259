using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Obligations and a trail in memory, for pages that only read; counts the reads of the due index.</summary>
internal sealed class InMemoryBoardDossiers(params Obligation[] obligations) : IObligations, IDueIndex, IAuditTrail
{
    public int DueReads { get; private set; }

    public List<AuditEntry> Entries { get; } = [];

    public Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken) =>
        Task.FromResult(obligations.FirstOrDefault(o => o.Key == key));

    public Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Obligation>>([.. obligations.Where(o => o.Key.Organization == organization)]);

    public Task<int> OpenAsync(
        IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken) => Task.FromResult(
        Entries.LastOrDefault(e => e.Dossier == dossier) is { } last ? new AuditHead(last.Sequence, last.Hash) : null);

    public async IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DueReads++;
        await Task.CompletedTask;
        foreach (var item in obligations.Select(o => o.ToDue()).Where(i => first <= i.DueOn && i.DueOn <= last))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task MendAsync(
        IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(
        string dossier, int after, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>(
            [.. Entries.Where(e => e.Dossier == dossier && e.Sequence > after).Take(take)]);

    public Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
