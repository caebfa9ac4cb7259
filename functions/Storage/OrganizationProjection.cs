using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// The tree for lists: each unit once by id and once by its place. A row by place counts only while the row of the place
/// above it exists, so taking away one row hides a whole branch, and putting it back shows it (see <see cref="OrganizationMoves"/>).
/// </summary>
internal sealed class OrganizationProjection(Store store)
{
    public const string ById = "id";
    public const string ByPath = "path";

    // Beyond this many ids, reading the range in pages of 1,000 takes fewer requests than reading each.
    private const int MostPointReads = 50;

    public async Task<Dictionary<OrganizationId, Organization>> FindManyAsync(
        IReadOnlyCollection<OrganizationId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToHashSet();
        var rows = wanted.Count <= MostPointReads
            ? await PointReadsAsync(wanted, cancellationToken)
            : await RangeAsync(wanted, cancellationToken);
        return rows.Select(OrganizationRow.Unit).ToDictionary(u => u.Id);
    }

    /// <summary>Rows by place from the start of <paramref name="branch"/> (empty: everything), or behind <paramref name="after"/>, to its end; rows of hidden branches are left out.</summary>
    public async IAsyncEnumerable<TableEntity> BranchAsync(
        string branch, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.Organizations;
        var visible = await VisibleAboveAsync(table, branch, after, cancellationToken);
        var filter = RangeFilter(branch, after);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var parent = Keys.ParentPath(row.RowKey);
            if (row.RowKey == branch || parent.Length == 0 || visible.Contains(parent))
            {
                visible.Add(row.RowKey);
                yield return row;
            }
        }
    }

    /// <summary>Whether any unit lies outside <paramref name="branch"/>: one row before it or behind it is enough.</summary>
    public async Task<bool> AnyOutsideAsync(string branch, CancellationToken cancellationToken)
    {
        var (table, end) = (await store.Organizations, Keys.EndOf(branch));
        var before = TableClient.CreateQueryFilter($"PartitionKey eq {ByPath} and RowKey lt {branch}");
        var behind = TableClient.CreateQueryFilter($"PartitionKey eq {ByPath} and RowKey ge {end}");
        return await AnyAsync(before) || await AnyAsync(behind);

        async Task<bool> AnyAsync(string filter) =>
            await table.QueryAsync<TableEntity>(filter, 1, ["RowKey"], cancellationToken).AnyAsync(cancellationToken);
    }

    /// <summary>Writes both rows of each unit at its place.</summary>
    public async Task PutAsync(
        IEnumerable<(Organization Unit, string Path)> units, CancellationToken cancellationToken)
    {
        var rows = units.SelectMany(u => new[]
        {
            OrganizationRow.Of(u.Unit, ById, u.Unit.Id.Key),
            OrganizationRow.Of(u.Unit, ByPath, u.Path),
        });
        await Batches.SubmitAsync(
            await store.Organizations,
            rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)),
            cancellationToken);
    }

    private async Task<IEnumerable<TableEntity>> PointReadsAsync(
        HashSet<OrganizationId> ids, CancellationToken cancellationToken)
    {
        var table = await store.Organizations;
        var found = await Task.WhenAll(ids.Select(id =>
            table.GetEntityIfExistsAsync<TableEntity>(ById, id.Key, cancellationToken: cancellationToken)));
        return found.Where(f => f.HasValue).Select(f => f.Value!);
    }

    private async Task<IEnumerable<TableEntity>> RangeAsync(
        HashSet<OrganizationId> ids, CancellationToken cancellationToken)
    {
        var (first, last) = (ids.Min().Key, ids.Max().Key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ById} and RowKey ge {first} and RowKey le {last}");
        var rows = new List<TableEntity>();
        await foreach (var row in (await store.Organizations).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ids.Contains(OrganizationId.Parse(row.GetString("Id")!)))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static string RangeFilter(string branch, string? after)
    {
        var end = branch.Length == 0 ? "~" : Keys.EndOf(branch);
        return after is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {ByPath} and RowKey ge {branch} and RowKey lt {end}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {ByPath} and RowKey gt {after} and RowKey lt {end}");
    }

    // A page in the middle of a branch must know which of the places above it are to be seen.
    private static async Task<HashSet<string>> VisibleAboveAsync(
        TableClient table, string branch, string? after, CancellationToken cancellationToken)
    {
        var visible = new HashSet<string>();
        var places = new List<string>();
        for (var place = after ?? ""; place.Length > 0 && place.Length >= branch.Length; place = Keys.ParentPath(place))
        {
            places.Insert(0, place);
        }

        foreach (var place in places)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(ByPath, place, ["RowKey"], cancellationToken);
            var parent = Keys.ParentPath(place);
            if (row.HasValue && (place == branch || parent.Length == 0 || visible.Contains(parent)))
            {
                visible.Add(place);
            }
        }

        return visible;
    }
}
