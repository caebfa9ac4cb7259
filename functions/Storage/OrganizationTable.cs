using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Units: each in its dossier, and in the tree for lists.</summary>
internal sealed class OrganizationTable(
    DossierTable dossiers, OrganizationProjection projection, OrganizationPending pending, OrganizationMoves moves,
    OrganizationSaves saves, OrganizationStamp stamp) : IOrganizations
{
    public async Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await dossiers.FindAsync(id.Key, Keys.Unit, cancellationToken) is { } row ? OrganizationRow.Unit(row) : null;

    public Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken) =>
        moves.AncestorsAsync(id, cancellationToken);

    public async Task<bool> CoversStoreAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { ParentId: null }
        && !await projection.AnyOutsideAsync(Keys.Path([id]), cancellationToken);

    public async Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken) =>
        await projection.FindManyAsync(ids, cancellationToken);

    public async IAsyncEnumerable<Organization> SubtreeAsync(
        OrganizationId? under, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var branch = await PathAsync(under, cancellationToken);
        await foreach (var row in projection.BranchAsync(branch, null, cancellationToken))
        {
            yield return OrganizationRow.Unit(row);
        }
    }

    public async Task<OrganizationPage> PageAsync(
        OrganizationId? under, KindCode? kind, string? after, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(take is >= 1 and <= 1_000, true);
        var branch = await PathAsync(under, cancellationToken);
        var start = after is not null && after.StartsWith(branch, StringComparison.Ordinal) ? after : null;
        var items = new List<Organization>();
        var last = "";
        await foreach (var row in projection.BranchAsync(branch, start, cancellationToken))
        {
            if (items.Count == take)
            {
                return new(items, last);
            }

            if (kind is null || row.GetString("Kind") == kind.Value.Value)
            {
                items.Add(OrganizationRow.Unit(row));
                last = row.RowKey;
            }
        }

        return new(items, null);
    }

    public Task<SavedCounts> SaveAllAsync(
        IReadOnlyCollection<Organization> wanted, string actor, CancellationToken cancellationToken) =>
        saves.RunAsync(wanted, actor, cancellationToken);

    public async Task<Organization?> ChangeAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken)
    {
        Organization? after = null;
        OrganizationChange? Decide(Organization unit)
        {
            var change = decide(unit);
            after = change?.After ?? unit;
            return change;
        }

        await pending.FollowedAsync(
            id, async token => await CommitAsync(id, Decide, token) is not null, cancellationToken);
        return after;
    }

    public Task MoveAsync(
        OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken) =>
        moves.RunAsync(id, newParent, note, cancellationToken);

    public Task<int> FinishMovesAsync(CancellationToken cancellationToken) => pending.FinishAsync(cancellationToken);

    public Task<string?> StampAsync(CancellationToken cancellationToken) => stamp.GetAsync(cancellationToken);

    private Task<int?> CommitAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken) =>
        dossiers.ChangeAsync(
            id.Key,
            [Keys.Unit],
            rows => rows[Keys.Unit] is { } row && decide(OrganizationRow.Unit(row)) is { } change
                ? new([OrganizationRow.Of(change.After, id.Key, Keys.Unit)], change.Note)
                : null,
            cancellationToken);

    private async Task<string> PathAsync(OrganizationId? under, CancellationToken cancellationToken) =>
        under is { } id ? await moves.PathAsync(id, cancellationToken) : "";
}
