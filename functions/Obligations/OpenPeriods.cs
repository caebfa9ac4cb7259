using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>
/// Hourly: opens what became due to open, also for units that came later. A second run finds its marks and ends after a
/// few reads; a run that was cut short left no mark, so the next does the rest.
/// </summary>
public sealed class OpenPeriods(
    IEnumerable<IObligationSchedule> schedules, OpenSteps openSteps, IOpeningMarks marks, IOrganizations organizations)
{
    public async Task<PeriodsOpened> RunAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        await organizations.FinishMovesAsync(cancellationToken);
        foreach (var schedule in schedules)
        {
            await schedule.CatchUpAsync(today, cancellationToken);
        }

        // The stamp is read before the units: one added while they are read changes it, and the next run looks again.
        var stamp = await organizations.StampAsync(cancellationToken);
        return stamp is null ? PeriodsOpened.Nothing : await OpenAsync(stamp, today, cancellationToken);
    }

    private async Task<PeriodsOpened> OpenAsync(string stamp, DateOnly today, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(stamp, today, cancellationToken);
        if (pending.Count == 0)
        {
            return PeriodsOpened.Nothing;
        }

        var opened = await openSteps.RunAsync(pending, today, AuditNote.System, cancellationToken);
        foreach (var step in pending)
        {
            await marks.SetAsync(step.Key, new(stamp, step.Fingerprint, opened.NextBirth), cancellationToken);
        }

        return new(opened.Created, opened.Existing, pending.Count);
    }

    private async Task<IReadOnlyList<OpeningStep>> PendingAsync(
        string stamp, DateOnly today, CancellationToken cancellationToken)
    {
        var steps = new List<OpeningStep>();
        foreach (var schedule in schedules)
        {
            steps.AddRange(await schedule.OpenStepsAsync(today, cancellationToken));
        }

        var known = await marks.AllAsync(cancellationToken);
        return [.. steps.Where(s => !(known.TryGetValue(s.Key, out var mark) && mark.Covers(s, stamp, today)))];
    }
}

/// <summary>What a run opened.</summary>
/// <param name="Opened">Obligations that were new.</param>
/// <param name="Existing">Obligations of the same steps that were there already.</param>
/// <param name="Steps">Steps that were looked at; zero when the marks cover all.</param>
public sealed record PeriodsOpened(int Opened, int Existing, int Steps)
{
    public static PeriodsOpened Nothing { get; } = new(0, 0, 0);
}
