using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Pages;

/// <summary>How one period's minutes stand.</summary>
public enum Regularity
{
    /// <summary>The first file, or the paper, came on the due day or before.</summary>
    OnTime,

    /// <summary>It came after the due day.</summary>
    Late,

    /// <summary>The due day is past and nothing came.</summary>
    Missing,

    /// <summary>More was asked for, and has not come yet.</summary>
    Returned,

    /// <summary>The due day is still to come.</summary>
    Awaited,

    /// <summary>Nothing was owed: not followed yet, waived or withdrawn.</summary>
    NotOwed,
}

/// <summary>One period of <see cref="TwelveMonths"/>.</summary>
/// <param name="Newest">The newest version handed in; null for none, also when only a paper came.</param>
/// <param name="ReceivedOn">The day of the first file or of the paper; a civil day in Vietnam.</param>
public sealed record RegularityLine(
    ObligationKey Key, Regularity Standing, DateOnly? DueOn, DateOnly? ReceivedOn, MeetingMinutes? Newest);

/// <summary>Twelve months of a unit's meetings at a glance, the month of today being the last.</summary>
/// <param name="Months">Regular meetings, the newest month first; always twelve.</param>
/// <param name="Quarters">Thematic meetings of the quarters these months lie in, the newest first.</param>
public sealed record TwelveMonths(IReadOnlyList<RegularityLine> Months, IReadOnlyList<RegularityLine> Quarters)
{
    private const int Length = 12;

    public static TwelveMonths Of(
        OrganizationId unit,
        IReadOnlyCollection<Obligation> obligations,
        IReadOnlyCollection<MeetingMinutes> minutes,
        DateOnly today)
    {
        var days = Enumerable.Range(0, Length).Select(back => today.AddMonths(-back)).ToList();
        return new(Lines(ObligationKind.RegularMinutes), Lines(ObligationKind.ThematicMinutes));

        List<RegularityLine> Lines(ObligationKind kind) =>
        [
            .. days.Select(day => MinutesPeriod.Of(kind, day)!.Period).Distinct()
                .Select(period => Line(new(unit, kind, period), obligations, minutes, today)),
        ];
    }

    private static RegularityLine Line(
        ObligationKey key,
        IReadOnlyCollection<Obligation> obligations,
        IReadOnlyCollection<MeetingMinutes> minutes,
        DateOnly today)
    {
        var owed = obligations.FirstOrDefault(o => o.Key == key);
        var versions = minutes.Where(m => m.Id.Key == key).OrderBy(m => m.Id.Version).ToList();
        // After a return the obligation knows only of the last file; whether the unit kept its day, the first says.
        var first = versions.Count > 0 ? PartyCalendar.DayOf(versions[0].ReceivedAt) : owed?.ReceivedOn;
        return new(key, Standing(owed, first, today), owed?.DueOn, first, versions.LastOrDefault());
    }

    private static Regularity Standing(Obligation? owed, DateOnly? first, DateOnly today) => owed switch
    {
        null or { State: ObligationState.Waived or ObligationState.Withdrawn } => Regularity.NotOwed,
        { State: ObligationState.Returned } => Regularity.Returned,
        { State: ObligationState.Open } => today > owed.DueOn ? Regularity.Missing : Regularity.Awaited,
        _ => first > owed.DueOn ? Regularity.Late : Regularity.OnTime,
    };
}
