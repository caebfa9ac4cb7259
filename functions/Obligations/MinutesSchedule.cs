namespace ServerlessParty.Obligations;

/// <summary>
/// Cells meet once a month (Party Charter, article 24) and on a theme at least once a quarter, and owe the minutes of
/// both. A period's step opens on its first day and takes in units until <see cref="IntakeDays"/> days after its due day.
/// </summary>
public sealed class MinutesSchedule(MinutesOptions options, UnitKinds kinds) : IObligationSchedule
{
    /// <summary>How long after its due day a period still takes in units that came late.</summary>
    public const int IntakeDays = 31;

    public Task<IReadOnlyList<OpeningStep>> OpenStepsAsync(DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OpeningStep>>(
            options.FirstMonth is { } first && kinds.Cells.Count > 0
                ? [.. Months(first, today), .. Quarters(QuarterOf(first), today)]
                : []);

    private static DateOnly QuarterOf(DateOnly month) => new(month.Year, (((month.Month - 1) / 3) * 3) + 1, 1);

    private IEnumerable<OpeningStep> Months(DateOnly first, DateOnly today) =>
        Open(first, new DateOnly(today.Year, today.Month, 1), today, months: 1, options.RegularDueDay)
            .Select(m => Step(ObligationKind.RegularMinutes, Period.Month(m.Year, m.Month), m, 1, options.RegularDueDay));

    private IEnumerable<OpeningStep> Quarters(DateOnly first, DateOnly today) =>
        Open(first, QuarterOf(today), today, months: 3, options.ThematicDueDay)
            .Select(q => Step(
                ObligationKind.ThematicMinutes,
                Period.Quarter(q.Year, ((q.Month - 1) / 3) + 1),
                q,
                3,
                options.ThematicDueDay));

    /// <summary>First days of the periods that take in units, latest first.</summary>
    private static IEnumerable<DateOnly> Open(
        DateOnly first, DateOnly latest, DateOnly today, int months, int dueDay)
    {
        for (var start = latest;
            start >= first && today <= DueOn(start, months, dueDay).AddDays(IntakeDays);
            start = start.AddMonths(-months))
        {
            yield return start;
        }
    }

    private static DateOnly DueOn(DateOnly start, int months, int dueDay) => start.AddMonths(months).AddDays(dueDay - 1);

    private OpeningStep Step(ObligationKind kind, Period period, DateOnly start, int months, int dueDay) =>
        new(kind, period, kinds.Cells, start, DueOn(start, months, dueDay));
}
