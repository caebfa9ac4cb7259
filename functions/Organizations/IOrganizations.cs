using ServerlessParty.Audit;

namespace ServerlessParty.Organizations;

/// <summary>The units. The dossier of a unit is the truth; lists come from projections that follow it.</summary>
public interface IOrganizations
{
    /// <summary>The unit as its dossier holds it now, or null.</summary>
    Task<Organization?> FindAsync(OrganizationId id, CancellationToken cancellationToken);

    /// <summary>The units above <paramref name="id"/>, nearest first up to the root, by parent pointers; empty for a root or an unknown unit.</summary>
    Task<IReadOnlyList<OrganizationId>> AncestorsAsync(OrganizationId id, CancellationToken cancellationToken);

    /// <summary>Whether <paramref name="id"/> is a root and every unit of the store lies in its branch: only then does power over it reach everything.</summary>
    async Task<bool> CoversStoreAsync(OrganizationId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { ParentId: null }
        && await SubtreeAsync(null, cancellationToken).AllAsync(u => u.ParentId is not null || u.Id == id, cancellationToken);

    /// <summary>Units by id from the projection, in as few requests as the number asked for allows; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken);

    /// <summary>The subtree of <paramref name="under"/>, itself included (null: everything), parents before children.</summary>
    IAsyncEnumerable<Organization> SubtreeAsync(OrganizationId? under, CancellationToken cancellationToken);

    /// <summary>One page of <see cref="SubtreeAsync"/> in the same order.</summary>
    /// <param name="after">The <see cref="OrganizationPage.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to 1,000 units.</param>
    Task<OrganizationPage> PageAsync(
        OrganizationId? under, KindCode? kind, string? after, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Makes each unit of <paramref name="wanted"/> exist as given: absent ones are added, others changed (their dossier
    /// decides what differs), each with its audit entry, then their projections. Repeating it changes nothing.
    /// A changed unit becomes <see cref="OrganizationRules.Saved"/>: its place is not changed here, see <see cref="MoveAsync"/>.
    /// </summary>
    Task<SavedCounts> SaveAllAsync(
        IReadOnlyCollection<Organization> wanted, string actor, CancellationToken cancellationToken);

    /// <summary>Reads the unit, asks <paramref name="decide"/>, and commits its answer with one audit entry; asks again when somebody else was faster. Null from <paramref name="decide"/> changes nothing.</summary>
    /// <returns>The unit after the change, or null when there is no such unit.</returns>
    Task<Organization?> ChangeAsync(
        OrganizationId id, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a branch under another parent. Resumable: repeating it, or <see cref="FinishMovesAsync"/>, completes what a
    /// crash left. From the first write on nobody sees the branch through its old place.
    /// </summary>
    Task MoveAsync(OrganizationId id, OrganizationId? newParent, AuditNote note, CancellationToken cancellationToken);

    /// <summary>Completes moves that a crash interrupted; returns how many.</summary>
    Task<int> FinishMovesAsync(CancellationToken cancellationToken);

    /// <summary>A word that changes whenever a unit is added, changed, moved or closed; null for an empty store.</summary>
    Task<string?> StampAsync(CancellationToken cancellationToken);
}

/// <summary>A page of units, and where the next begins (null: this was the last).</summary>
public sealed record OrganizationPage(IReadOnlyList<Organization> Items, string? Next);

/// <summary>How many units a save added, changed and found as wanted.</summary>
public sealed record SavedCounts(int Created, int Updated, int Unchanged);

/// <summary>A unit as it shall be, and what the audit entry says of it.</summary>
public sealed record OrganizationChange(Organization After, AuditNote Note);
