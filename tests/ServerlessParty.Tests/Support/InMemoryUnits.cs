using System.Globalization;
using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>As many units as obligations need, in memory, in the order they were added: parents first.</summary>
internal sealed class InMemoryUnits : IOrganizations
{
    private readonly List<Organization> _units = [];
    private int _stamp;

    public int SubtreeReads { get; private set; }

    public int FinishedMoves { get; private set; }

    public void Put(params Organization[] units)
    {
        foreach (var unit in units)
        {
            _units.RemoveAll(u => u.Id == unit.Id);
            _units.Add(unit);
            _stamp++;
        }
    }

    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Task.FromResult(_units.Find(u => u.Id == id));

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        var above = new List<OrganizationId>();
        for (var unit = _units.Find(u => u.Id == id); unit?.ParentId is { } parent; unit = _units.Find(u => u.Id == parent))
        {
            above.Add(parent);
        }

        return Task.FromResult<IReadOnlyList<OrganizationId>>(above);
    }

    public Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<OrganizationId, Organization>>(
            _units.Where(u => ids.Contains(u.Id)).ToDictionary(u => u.Id));

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SubtreeReads++;
        foreach (var unit in _units.ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (under is null || unit.Id == under || (await AncestorsAsync(unit.Id, cancellationToken)).Contains(under.Value))
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
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken)
    {
        var index = _units.FindIndex(u => u.Id == id);
        if (index >= 0 && decide(_units[index]) is { } change)
        {
            _units[index] = change.After;
            _stamp++;
        }

        return Task.FromResult(index < 0 ? null : _units[index]);
    }

    public Task MoveAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> FinishMovesAsync(CancellationToken cancellationToken) => Task.FromResult(FinishedMoves++);

    public Task<string?> StampAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_units.Count == 0 ? null : _stamp.ToString(CultureInfo.InvariantCulture));
}
