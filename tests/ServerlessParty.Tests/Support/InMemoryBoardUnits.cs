using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Units in memory, in the order given (parents first), for pages that only read; counts the reads.</summary>
internal sealed class InMemoryBoardUnits(params Organization[] units) : IOrganizations
{
    private readonly Dictionary<OrganizationId, Organization> _units = units.ToDictionary(u => u.Id);

    public int Reads { get; private set; }

    public string? Stamp { get; set; } = "as given";

    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(_units.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<OrganizationId>>([.. Above(id)]);
    }

    public Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyDictionary<OrganizationId, Organization>>(
            ids.Where(_units.ContainsKey).ToDictionary(id => id, id => _units[id]));
    }

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reads++;
        await Task.CompletedTask;
        foreach (var unit in _units.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (under is null || unit.Id == under || Above(unit.Id).Contains(under.Value))
            {
                yield return unit;
            }
        }
    }

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

    public Task<string?> StampAsync(CancellationToken cancellationToken) => Task.FromResult(Stamp);

    private IEnumerable<OrganizationId> Above(OrganizationId id)
    {
        for (var at = _units.GetValueOrDefault(id)?.ParentId; at is { } here; at = _units.GetValueOrDefault(here)?.ParentId)
        {
            yield return here;
        }
    }
}
