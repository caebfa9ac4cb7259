using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Reads what the page of one unit shows: its dossier, the way to it, and a page of the units below.</summary>
public sealed class UnitPageReading(
    IOrganizations organizations, IObligations obligations, IAuditTrail trail, BoardPath path)
{
    /// <summary>How many units below are shown at once.</summary>
    public const int ChildrenPerPage = 50;

    /// <summary>How many of the latest entries of the trail are shown; the API has all.</summary>
    public const int HistoryLength = 200;

    private const int EntriesPerRead = 1_000;

    /// <param name="scope">The highest unit the reader may see; null: all.</param>
    /// <param name="from">How many children the pages before this one showed.</param>
    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitPageView?> RunAsync(
        OrganizationId id, OrganizationId? scope, int from, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return null;
        }

        var successors = unit.Successors is { Count: > 0 } ids
            ? await organizations.FindManyAsync(ids, cancellationToken)
            : new Dictionary<OrganizationId, Organization>();
        var children = await ChildrenAsync(id, from, cancellationToken);
        return new UnitPageView(
            unit,
            await path.RunAsync(id, scope, cancellationToken),
            [.. successors.Values],
            Sorted(await obligations.OfAsync(id, cancellationToken)),
            [.. children.Take(ChildrenPerPage)],
            children.Count > ChildrenPerPage,
            await HistoryAsync(id, cancellationToken));
    }

    private static List<Obligation> Sorted(IEnumerable<Obligation> obligations) =>
    [
        .. obligations.OrderByDescending(o => o.IsReminded)
            .ThenBy(o => o.IsReminded ? o.DueOn.DayNumber : -o.DueOn.DayNumber)
            .ThenBy(o => o.Key.Kind.Value, StringComparer.Ordinal),
    ];

    /// <summary>One more than a page holds, when there are more.</summary>
    private async Task<IReadOnlyList<Organization>> ChildrenAsync(
        OrganizationId id, int from, CancellationToken cancellationToken) =>
        await organizations.SubtreeAsync(id, cancellationToken)
            .Where(u => u.ParentId == id)
            .Skip(from).Take(ChildrenPerPage + 1)
            .ToListAsync(cancellationToken);

    // The trail is read forward; a unit's grows by some tens of entries a year.
    private async Task<IReadOnlyList<AuditEntry>> HistoryAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        var latest = new Queue<AuditEntry>();
        var after = 0;
        IReadOnlyList<AuditEntry> page;
        do
        {
            page = await trail.ReadAsync(id.Key, after, EntriesPerRead, cancellationToken);
            foreach (var entry in page)
            {
                latest.Enqueue(entry);
                after = entry.Sequence;
            }

            while (latest.Count > HistoryLength)
            {
                latest.Dequeue();
            }
        }
        while (page.Count == EntriesPerRead);
        return [.. latest.Reverse()];
    }
}
