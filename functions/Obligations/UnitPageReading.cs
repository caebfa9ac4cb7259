using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Reads what the page of one unit shows: its dossier, the way to it, and a page of the units below.</summary>
public sealed class UnitPageReading(
    IOrganizations organizations, IObligations obligations, UnitTrail trail, BoardPath path)
{
    /// <summary>How many units below are shown at once.</summary>
    public const int ChildrenPerPage = 50;

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
            await trail.RunAsync(id, cancellationToken));
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
}
