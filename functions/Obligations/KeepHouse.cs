using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>
/// Daily, at 02:00 in Vietnam: watches the audit trails and anchors them, does what other folders want done, and compares
/// the next slice of the projection by due day with its dossiers, so that every unit had its turn within
/// <see cref="DaysPerRound"/> days. A second run on a day anchors nothing and compares one slice more.
/// </summary>
public sealed class KeepHouse(
    IDueIndex due, IOrganizations organizations, WatchTrails watch, AnchorTrails anchor, IEnumerable<IHousework> housework)
{
    public const int DaysPerRound = 7;

    public async Task<HouseKept> RunAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        // Before the anchor: it would vouch for a trail that was rewritten since the last one.
        var watched = await watch.RunAsync(calendar.Today, cancellationToken);
        await anchor.RunAsync(calendar.Today, watched.Heads, cancellationToken);
        foreach (var work in housework)
        {
            await work.RunAsync(cancellationToken);
        }

        var units = 0;
        await foreach (var _ in organizations.SubtreeAsync(null, cancellationToken))
        {
            units++;
        }

        var slice = units == 0
            ? new(0, 0, 0, 0)
            : await due.CompareSliceAsync((units + DaysPerRound - 1) / DaysPerRound, cancellationToken);
        return new(slice.Compared, slice.Added, slice.Corrected, slice.Removed, watched.Broken);
    }
}

/// <summary>What a day's housekeeping did.</summary>
/// <param name="Compared">Lines by due day that were compared with their dossiers.</param>
/// <param name="BrokenTrails">Audit trails that do not hold: more than none calls for a person.</param>
public sealed record HouseKept(int Compared, int Added, int Corrected, int Removed, int BrokenTrails);
