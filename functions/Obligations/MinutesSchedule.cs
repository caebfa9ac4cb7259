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
                ? [.. Steps(ObligationKind.RegularMinutes, first, today), .. Steps(ObligationKind.ThematicMinutes, first, today)]
                : []);

    /// <summary>The periods that take in units, latest first.</summary>
    private IEnumerable<OpeningStep> Steps(ObligationKind kind, DateOnly first, DateOnly today)
    {
        var earliest = MinutesPeriod.Of(kind, first)!;
        for (var period = MinutesPeriod.Of(kind, today)!;
            period.First >= earliest.First && today <= period.DueOn(options).AddDays(IntakeDays);
            period = MinutesPeriod.Of(kind, period.First.AddDays(-1))!)
        {
            yield return new(kind, period.Period, kinds.Cells, period.First, period.DueOn(options));
        }
    }
}
