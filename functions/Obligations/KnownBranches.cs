using System.Collections.Concurrent;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>The branches that boards were shown of lately. Read from the tree once, and again after it changed.</summary>
public sealed class KnownBranches(IOrganizations organizations)
{
    /// <summary>Staff look at few places; one who walks the whole tree must not fill the memory.</summary>
    private const int Most = 16;

    private Snapshot _last = new("");

    internal async Task<Branches> ReadAsync(OrganizationId? under, CancellationToken cancellationToken)
    {
        // Before the tree: what changes while it is read is read again next time.
        if (await organizations.StampAsync(cancellationToken) is not { } stamp)
        {
            return await Branches.ReadAsync(organizations, under, cancellationToken);
        }

        var known = _last;
        if (known.Stamp != stamp)
        {
            _last = known = new(stamp);
        }

        var top = under?.Key ?? "";
        if (!known.ByTop.TryGetValue(top, out var branches))
        {
            branches = await Branches.ReadAsync(organizations, under, cancellationToken);
            if (known.ByTop.Count >= Most)
            {
                known.ByTop.Clear();
            }

            known.ByTop[top] = branches;
        }

        return branches;
    }

    private sealed record Snapshot(string Stamp)
    {
        public ConcurrentDictionary<string, Branches> ByTop { get; } = new();
    }
}
