using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>
/// Five units that nobody changes but the test: <c>root</c> over <c>north</c> (with <c>cell-1</c> and <c>cell-2</c>) and
/// <c>south</c> (with <c>cell-9</c>).
/// </summary>
internal sealed class FixedTree : IOrganizations
{
    private readonly Dictionary<OrganizationId, Organization> _units = new[]
    {
        Unit("root", null), Unit("north", "root"), Unit("south", "root"),
        Unit("cell-1", "north"), Unit("cell-2", "north"), Unit("cell-9", "south"),
    }.ToDictionary(u => u.Id);

    /// <summary>What the trail would say of changes.</summary>
    public List<(OrganizationId Id, AuditNote Note)> Notes { get; } = [];

    public Organization this[string id]
    {
        get => _units[OrganizationId.Parse(id)];
        set => _units[OrganizationId.Parse(id)] = value;
    }

    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Task.FromResult(_units.GetValueOrDefault(id));

    public Task<bool> CoversStoreAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Task.FromResult(_units.TryGetValue(id, out var unit) && unit.ParentId is null);

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        var above = new List<OrganizationId>();
        for (var next = _units.GetValueOrDefault(id)?.ParentId; next is { } parent; next = _units[parent].ParentId)
        {
            above.Add(parent);
        }

        return Task.FromResult<IReadOnlyList<OrganizationId>>(above);
    }

    public Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<OrganizationId, Organization>>(
            _units.Where(u => ids.Contains(u.Key)).ToDictionary());

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var unit in _units.Values)
        {
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
        if (_units.TryGetValue(id, out var unit) && decide(unit) is { } change)
        {
            _units[id] = change.After;
            Notes.Add((id, change.Note));
        }

        return Task.FromResult(_units.GetValueOrDefault(id));
    }

    public Task MoveAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> FinishMovesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> StampAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private static Organization Unit(string id, string? parent) => new(
        OrganizationId.Parse(id), null, $"Chi bộ {id}", KindCode.Parse("Cell"),
        parent is null ? null : OrganizationId.Parse(parent), Contacts.Unknown, MemberCounts.None);
}
