using Azure;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// Moves a branch. Order: note → the branch's own row by place is taken away (lists no longer show the branch) → its
/// dossier gets the new parent (from here on access follows it) → rows below are written at their new places, the
/// branch's own row last (the whole branch appears at once) → old rows go → the note goes.
/// </summary>
internal sealed class OrganizationMoves(
    Store store, DossierTable dossiers, OrganizationProjection projection, OrganizationStamp stamp, TimeProvider time)
{
    /// <summary>Deeper than any structure known; ends a walk over damaged pointers.</summary>
    private const int MaxDepth = 12;

    public async Task<IReadOnlyList<OrganizationId>> AncestorsAsync(
        OrganizationId id, CancellationToken cancellationToken)
    {
        var above = new List<OrganizationId>();
        for (var parent = await ParentAsync(id, cancellationToken);
             parent is { } next && above.Count < MaxDepth && !above.Contains(next);
             parent = await ParentAsync(next, cancellationToken))
        {
            above.Add(next);
        }

        return above;
    }

    /// <summary>The unit's place by the parent pointers of the dossiers.</summary>
    public async Task<string> PathAsync(OrganizationId id, CancellationToken cancellationToken) =>
        Keys.Path((await AncestorsAsync(id, cancellationToken)).Reverse().Append(id));

    public async Task RunAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken)
    {
        var left = await PendingNotes.FindAsync(store, id.Key, cancellationToken);
        var oldPath = left?.GetString("OldPath") ?? await PathAsync(id, cancellationToken);
        await PendingNotes.WriteAsync(store, id.Key, oldPath, time, cancellationToken);
        await stamp.RenewAsync(cancellationToken);
        await HideAsync(oldPath, cancellationToken);
        await dossiers.ChangeAsync(id.Key, [Keys.Unit], rows => Moved(rows, newParent, note), cancellationToken);
        await FollowAsync(id, oldPath, cancellationToken);
        await stamp.RenewAsync(cancellationToken);
        await PendingNotes.RemoveAsync(store, id.Key, cancellationToken);
    }

    /// <summary>Brings the tree to what the dossier says of a branch that lay at <paramref name="oldPath"/>.</summary>
    public async Task FollowAsync(OrganizationId id, string oldPath, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(id.Key, Keys.Unit, cancellationToken) is not { } row)
        {
            return;
        }

        var newPath = await PathAsync(id, cancellationToken);
        var below = newPath == oldPath ? [] : await BelowAsync(oldPath, cancellationToken);
        var table = await store.Organizations;
        var moved = below.Select(r => OrganizationRow.Of(
            OrganizationRow.Unit(r), OrganizationProjection.ByPath, newPath + r.RowKey[oldPath.Length..]));
        await Batches.SubmitAsync(
            table, moved.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), cancellationToken);
        await projection.PutAsync([(OrganizationRow.Unit(row), newPath)], cancellationToken);
        await Batches.SubmitAsync(
            table, below.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All)), cancellationToken);
    }

    private static DossierWrite? Moved(DossierRows rows, OrganizationId? newParent, AuditNote note)
    {
        if (rows[Keys.Unit] is not { } row || OrganizationRow.Unit(row) is var unit && unit.ParentId == newParent)
        {
            return null;
        }

        var after = OrganizationRow.Unit(row) with { ParentId = newParent };
        return new([OrganizationRow.Of(after, row.PartitionKey, Keys.Unit)], note);
    }

    private async Task HideAsync(string path, CancellationToken cancellationToken) =>
        await (await store.Organizations).DeleteEntityAsync(
            OrganizationProjection.ByPath, path, ETag.All, cancellationToken);

    private async Task<List<TableEntity>> BelowAsync(string path, CancellationToken cancellationToken)
    {
        var end = Keys.EndOf(path);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {OrganizationProjection.ByPath} and RowKey gt {path} and RowKey lt {end}");
        var rows = new List<TableEntity>();
        await foreach (var row in (await store.Organizations).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task<OrganizationId?> ParentAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await dossiers.FindAsync(id.Key, Keys.Unit, cancellationToken) is { } row
            ? OrganizationRow.Id(row.GetString("ParentId"))
            : null;
}
