using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>
/// Daily, at 02:00 in Vietnam: anchors the audit trails, does what other folders want done, and compares the next slice of the projection by due day with its
/// dossiers, so that every unit had its turn within <see cref="DaysPerRound"/> days. A second run on a day anchors nothing
/// and compares one slice more.
/// </summary>
public sealed class KeepHouse(
    IDueIndex due, IOrganizations organizations, AnchorTrails anchor, IEnumerable<IHousework> housework)
{
    public const int DaysPerRound = 7;

    public async Task<RebuiltDue> RunAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        await anchor.RunAsync(calendar.Today, cancellationToken);
        foreach (var work in housework)
        {
            await work.RunAsync(cancellationToken);
        }

        var units = 0;
        await foreach (var _ in organizations.SubtreeAsync(null, cancellationToken))
        {
            units++;
        }

        return units == 0
            ? new(0, 0, 0, 0)
            : await due.CompareSliceAsync((units + DaysPerRound - 1) / DaysPerRound, cancellationToken);
    }
}
