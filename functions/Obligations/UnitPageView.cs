using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>All that the page of one unit shows.</summary>
/// <param name="Path">The units above it that the reader may see, from the top down.</param>
/// <param name="Successors">The units that took over when it closed.</param>
/// <param name="Obligations">Late first, then by due day; what is finished comes last, newest first.</param>
/// <param name="Children">One page of the units right below, in the order of the tree.</param>
/// <param name="HasMoreChildren">Whether a further page follows.</param>
/// <param name="History">The latest entries of the trail, newest first.</param>
public sealed record UnitPageView(
    Organization Unit,
    IReadOnlyList<Organization> Path,
    IReadOnlyList<Organization> Successors,
    IReadOnlyList<Obligation> Obligations,
    IReadOnlyList<Organization> Children,
    bool HasMoreChildren,
    IReadOnlyList<AuditEntry> History)
{
    /// <summary>The trail of one obligation.</summary>
    public IEnumerable<AuditEntry> HistoryOf(ObligationKey key) => UnitTrail.About(key, History);

    /// <summary>The trail of the unit itself: its facts, contacts, place and end.</summary>
    public IEnumerable<AuditEntry> HistoryOfUnit() => History.Where(e => e.Subject.Length == 0);
}
