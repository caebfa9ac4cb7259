using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>All that the page of a unit's minutes shows.</summary>
/// <param name="Path">The units above it that the reader may see, from the top down.</param>
/// <param name="Owed">The minutes it still owes, late first.</param>
/// <param name="Handed">What it handed in, the newest period first; at most <see cref="UnitMinutesReading.MaxHanded"/>.</param>
public sealed record UnitMinutesView(
    Organization Unit,
    IReadOnlyList<Organization> Path,
    IReadOnlyList<Obligation> Owed,
    TwelveMonths Year,
    IReadOnlyList<MeetingMinutes> Handed,
    DateOnly Today);

/// <summary>Reads what the page of a unit's minutes shows.</summary>
public sealed class UnitMinutesReading(
    IOrganizations organizations, IObligations obligations, IMinutes minutes, BoardPath path, PartyCalendar calendar)
{
    /// <summary>The most versions shown; the search has all.</summary>
    public const int MaxHanded = 40;

    /// <param name="scope">The highest unit the reader may see; null: all.</param>
    /// <returns>Null when there is no such unit.</returns>
    public async Task<UnitMinutesView?> RunAsync(
        OrganizationId id, OrganizationId? scope, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return null;
        }

        var owed = (await obligations.OfAsync(id, cancellationToken))
            .Where(o => MinutesPeriod.Of(o.Key.Kind, o.Key.Period) is not null).ToList();
        var handed = await minutes.OfAsync(id, cancellationToken);
        return new(
            unit,
            await path.RunAsync(id, scope, cancellationToken),
            [.. owed.Where(o => o.IsReminded).OrderBy(o => o.DueOn)],
            TwelveMonths.Of(unit.Id, owed, handed, calendar.Today),
            [.. handed.Take(MaxHanded)],
            calendar.Today);
    }
}
