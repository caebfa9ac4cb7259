using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Reads the latest entries of a unit's trail, for pages; the API has all.</summary>
public sealed class UnitTrail(IAuditTrail trail)
{
    /// <summary>The most entries read.</summary>
    public const int MaxLength = 200;

    private const int EntriesPerRead = 1_000;

    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<AuditEntry>> RunAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        // The trail is read forward; a unit's grows by some tens of entries a year.
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

            while (latest.Count > MaxLength)
            {
                latest.Dequeue();
            }
        }
        while (page.Count == EntriesPerRead);
        return [.. latest.Reverse()];
    }

    /// <summary>The entries about one obligation: their subject names <c>kind|period</c>, alone or, when several opened at once, among others.</summary>
    public static IEnumerable<AuditEntry> About(ObligationKey key, IEnumerable<AuditEntry> entries) =>
        entries.Where(e => e.Subject.Split(", ").Contains($"{key.Kind}|{key.Period}"));
}
