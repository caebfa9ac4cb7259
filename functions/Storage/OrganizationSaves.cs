using System.Collections.Concurrent;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// Saves many units: one transaction for each dossier that differs, then the tree in batches. The stored tree is read once;
/// where it says nothing of a unit, the dossier is made without asking first.
/// </summary>
internal sealed class OrganizationSaves(
    Store store, DossierTable dossiers, OrganizationProjection projection, OrganizationStamp stamp, TimeProvider time)
{
    private enum Outcome
    {
        Created,
        Updated,
        Unchanged,
    }

    public async Task<SavedCounts> RunAsync(
        IReadOnlyCollection<Organization> wanted, string actor, CancellationToken cancellationToken)
    {
        var tree = await TreeAsync(cancellationToken);
        var differing = wanted.Where(u => !tree.TryGetValue(u.Id, out var stored) || !Same(stored, Kept(u, stored))).ToList();
        if (differing.Count == 0)
        {
            return new(0, 0, wanted.Count);
        }

        await PendingNotes.WriteAsync(store, PendingNotes.Everything, null, time, cancellationToken);
        await stamp.RenewAsync(cancellationToken);
        var written = new ConcurrentDictionary<OrganizationId, (Organization Unit, Outcome Outcome)>();
        await Parallel.ForEachAsync(
            differing,
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (unit, token) => written[unit.Id] = await SaveAsync(unit, tree.ContainsKey(unit.Id), actor, token));
        await IndexAsync(tree, written.Values.Select(w => w.Unit), cancellationToken);
        await stamp.RenewAsync(cancellationToken);
        await PendingNotes.RemoveAsync(store, PendingNotes.Everything, cancellationToken);
        return Count(written.Values.Select(w => w.Outcome).ToList(), wanted.Count);
    }

    /// <summary>Brings the whole tree to what the dossiers say, after an import that a crash cut off.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var tree = await TreeAsync(cancellationToken);
        var table = await store.Dossiers;
        var differing = new List<Organization>();
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Keys.Unit}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var unit = OrganizationRow.Unit(row);
            if (!tree.TryGetValue(unit.Id, out var stored) || !Same(stored, unit))
            {
                differing.Add(unit);
            }
        }

        await IndexAsync(tree, differing, cancellationToken);
    }

    private async Task<(Organization Unit, Outcome Outcome)> SaveAsync(
        Organization wanted, bool known, string actor, CancellationToken cancellationToken)
    {
        var key = wanted.Id.Key;
        var note = new AuditNote(actor, "organization.imported");
        if (!known && await dossiers.TryCreateAsync(key, [OrganizationRow.Of(wanted, key, Keys.Unit)], note, cancellationToken))
        {
            return (wanted, Outcome.Created);
        }

        var after = wanted;
        var sequence = await dossiers.ChangeAsync(key, [Keys.Unit], rows =>
        {
            var stored = rows[Keys.Unit] is { } row ? OrganizationRow.Unit(row) : null;
            after = Kept(wanted, stored);
            return stored is not null && Same(stored, after) ? null : new([OrganizationRow.Of(after, key, Keys.Unit)], note);
        }, cancellationToken);
        return (after, sequence is null ? Outcome.Unchanged : Outcome.Updated);
    }

    private async Task IndexAsync(
        Dictionary<OrganizationId, Organization> tree, IEnumerable<Organization> units, CancellationToken cancellationToken)
    {
        var changed = units.ToList();
        foreach (var unit in changed)
        {
            tree[unit.Id] = unit;
        }

        await projection.PutAsync(changed.Select(u => (u, PathIn(tree, u))), cancellationToken);
    }

    private static string PathIn(Dictionary<OrganizationId, Organization> tree, Organization unit)
    {
        var above = new List<OrganizationId> { unit.Id };
        for (var parent = unit.ParentId; parent is { } id && !above.Contains(id); parent = tree.GetValueOrDefault(id)?.ParentId)
        {
            above.Insert(0, id);
        }

        return Keys.Path(above);
    }

    private static Organization Kept(Organization wanted, Organization? stored) =>
        stored is null ? wanted : OrganizationRules.Saved(stored, wanted);

    private static bool Same(Organization left, Organization right) =>
        left with { Successors = null } == right with { Successors = null }
        && (left.Successors ?? []).SequenceEqual(right.Successors ?? []);

    private static SavedCounts Count(List<Outcome> outcomes, int wanted)
    {
        var created = outcomes.Count(o => o == Outcome.Created);
        var updated = outcomes.Count(o => o == Outcome.Updated);
        return new(created, updated, wanted - created - updated);
    }

    private async Task<Dictionary<OrganizationId, Organization>> TreeAsync(CancellationToken cancellationToken)
    {
        var tree = new Dictionary<OrganizationId, Organization>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {OrganizationProjection.ById}");
        await foreach (var row in (await store.Organizations).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var unit = OrganizationRow.Unit(row);
            tree[unit.Id] = unit;
        }

        return tree;
    }
}
