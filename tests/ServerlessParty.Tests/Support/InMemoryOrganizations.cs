using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Units in memory; notes what was written, in order.</summary>
internal sealed class InMemoryOrganizations : IOrganizations
{
    private readonly Dictionary<OrganizationId, Organization> _units = [];
    private int _stamp;

    public InMemoryOrganizations(params Organization[] units)
    {
        foreach (var unit in units)
        {
            _units.Add(unit.Id, unit);
        }
    }

    /// <summary>What the audit trail would say, with the unit each entry belongs to.</summary>
    public List<(OrganizationId Id, AuditNote Note)> Trail { get; } = [];

    public Organization this[string id] => _units[OrganizationId.Parse(id)];

    public bool Has(string id) => _units.ContainsKey(OrganizationId.Parse(id));

    public void Put(Organization unit) => _units[unit.Id] = unit;

    public Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Task.FromResult(_units.GetValueOrDefault(id));

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OrganizationId>>([.. Above(id)]);

    public Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<OrganizationId, Organization>>(
            ids.Distinct().Where(_units.ContainsKey).ToDictionary(id => id, id => _units[id]));

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var unit in Ordered(under))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return unit;
        }
    }

    public Task<OrganizationPage> PageAsync(
        OrganizationId? under, KindCode? kind, string? after, int take, CancellationToken cancellationToken)
    {
        var rest = Ordered(under).Where(o => kind is null || o.Kind == kind)
            .SkipWhile(o => after is not null && o.Id.Key != after).Skip(after is null ? 0 : 1).ToArray();
        return Task.FromResult(new OrganizationPage(
            [.. rest.Take(take)], rest.Length > take ? rest[take - 1].Id.Key : null));
    }

    public Task<SavedCounts> SaveAllAsync(
        IReadOnlyCollection<Organization> wanted, string actor, CancellationToken cancellationToken)
    {
        var (created, updated) = (0, 0);
        foreach (var unit in wanted)
        {
            var current = _units.GetValueOrDefault(unit.Id);
            var saved = current is null ? unit : OrganizationRules.Saved(current, unit);
            if (saved != current)
            {
                created += current is null ? 1 : 0;
                updated += current is null ? 0 : 1;
                Write(saved, new AuditNote(actor, current is null ? "organization.created" : "organization.changed"));
            }
        }

        return Task.FromResult(new SavedCounts(created, updated, wanted.Count - created - updated));
    }

    public Task<Organization?> ChangeAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken)
    {
        if (_units.TryGetValue(id, out var unit) && decide(unit) is { } change)
        {
            Write(change.After, change.Note);
        }

        return Task.FromResult(_units.GetValueOrDefault(id));
    }

    public Task MoveAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken)
    {
        if (newParent is { } parent && (parent == id || Above(parent).Contains(id)))
        {
            throw new InvalidOperationException($"Moving '{id}' under '{parent}' closes a loop.");
        }

        if (_units[id].ParentId != newParent)
        {
            Write(_units[id] with { ParentId = newParent }, note);
        }

        return Task.CompletedTask;
    }

    public Task<int> FinishMovesAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<string?> StampAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_units.Count == 0 ? null : $"{_stamp}");

    private void Write(Organization unit, AuditNote note)
    {
        _units[unit.Id] = unit;
        _stamp++;
        Trail.Add((unit.Id, note));
    }

    private IEnumerable<OrganizationId> Above(OrganizationId id)
    {
        for (var at = _units.GetValueOrDefault(id)?.ParentId; at is { } here; at = _units.GetValueOrDefault(here)?.ParentId)
        {
            yield return here;
        }
    }

    /// <summary>By the path of ids from the root, so parents come before children.</summary>
    private IEnumerable<Organization> Ordered(OrganizationId? under) => _units.Values
        .Where(o => under is null || o.Id == under || Above(o.Id).Contains(under.Value))
        .OrderBy(o => string.Join('|', Above(o.Id).Reverse().Append(o.Id).Select(i => i.Key)), StringComparer.Ordinal);
}
