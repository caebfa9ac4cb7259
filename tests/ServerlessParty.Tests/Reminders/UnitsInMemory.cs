using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>Units, for use cases that only read them.</summary>
internal sealed class UnitsInMemory(Interruptions interruptions) : IOrganizations
{
    private readonly Dictionary<OrganizationId, Organization> _units = [];

    /// <summary>How many units each call asked for.</summary>
    public List<int> Asked { get; } = [];

    public Organization this[OrganizationId id]
    {
        get => _units[id];
        set => _units[id] = value;
    }

    public async Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken)
    {
        Asked.Add(ids.Count);
        await interruptions.ReadAsync();
        return ids.Where(_units.ContainsKey).ToDictionary(id => id, id => _units[id]);
    }

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var unit in _units.Values.Where(u => under is null || u.Id == under || u.ParentId == under))
        {
            yield return unit;
        }
    }

    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<OrganizationPage> PageAsync(
        OrganizationId? under, KindCode? kind, string? after, int take, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<SavedCounts> SaveAllAsync(
        IReadOnlyCollection<Organization> wanted, string actor, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Organization?> ChangeAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task MoveAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> FinishMovesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> StampAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
