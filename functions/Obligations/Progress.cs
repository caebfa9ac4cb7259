using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>How far the branches of a unit are: one pass over what is due and one over the units.</summary>
public sealed class Progress(IDueIndex due, IOrganizations organizations)
{
    public async Task<ProgressReport> RunAsync(
        ProgressQuery query, DateOnly today, CancellationToken cancellationToken)
    {
        var branches = await Branches.ReadAsync(organizations, query.Under, cancellationToken);
        var counts = new Dictionary<(OrganizationId Branch, ObligationKind Kind), ProgressCount>();
        await foreach (var item in due.BetweenAsync(query.First, query.Last, DueStates.All, cancellationToken))
        {
            if (query.Counts(item) && branches.Of(item.Key.Organization) is { } branch)
            {
                var key = (branch, item.Key.Kind);
                counts[key] = counts.GetValueOrDefault(key, ProgressCount.None).Plus(item, today);
            }
        }

        return Report(branches, counts);
    }

    private static ProgressReport Report(
        Branches branches, Dictionary<(OrganizationId Branch, ObligationKind Kind), ProgressCount> counts)
    {
        var kinds = counts.ToLookup(c => c.Key.Branch, c => new KindProgress(c.Key.Kind, c.Value));
        var rows = branches.Heads
            .Where(head => kinds[head.Id].Any())
            .Select(head => ProgressRow.Of(head, kinds[head.Id]))
            .ToList();
        return new(branches.Top, ProgressCount.Sum(rows.Select(r => r.Total)), rows);
    }
}

/// <summary>What to count.</summary>
/// <param name="Under">The unit whose branches are counted; null: the root, or all roots when there are several.</param>
/// <param name="First">First due day looked at, inclusive.</param>
/// <param name="Last">Last due day looked at, inclusive.</param>
/// <param name="Counts">Which of the items due then count.</param>
public sealed record ProgressQuery(OrganizationId? Under, DateOnly First, DateOnly Last, Func<DueItem, bool> Counts);
