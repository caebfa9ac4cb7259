using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Something that lays obligations on units by itself: the months' minutes, a campaign's steps.</summary>
public interface IObligationSchedule
{
    /// <summary>The steps that are open on <paramref name="today"/>: their first day has come and they still take in units.</summary>
    Task<IReadOnlyList<OpeningStep>> OpenStepsAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>Completes what a crash left of the schedule's own work; does nothing, cheaply, when there is nothing.</summary>
    Task CatchUpAsync(DateOnly today, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Every unit of some kinds owes the same thing by the same day.</summary>
/// <param name="OpensOn">The first day on which the obligations exist, inclusive.</param>
/// <param name="DueOn">Their due day, inclusive.</param>
public sealed record OpeningStep(
    ObligationKind Kind, Period Period, IReadOnlySet<KindCode> UnitKinds, DateOnly OpensOn, DateOnly DueOn)
{
    /// <summary>Names the step among those open at a time: steps of one kind and period share no unit kind.</summary>
    public OpeningStepKey Key => new(Kind, Period, SortedKinds.First());

    /// <summary>What the step wants, as one line: whoever did it need not do it again until the line changes.</summary>
    public string Fingerprint =>
        $"{DueOn.ToString("O", CultureInfo.InvariantCulture)}:{string.Join(',', SortedKinds.Select(k => k.Value))}";

    /// <summary>Whether <paramref name="unit"/> owes the step's paper on <paramref name="today"/>: of its kinds, there, not closed, and not founded after the due day.</summary>
    public bool TakesIn(Organization unit, DateOnly today) =>
        UnitKinds.Contains(unit.Kind) && !unit.IsClosed && unit.ExistsOn(today) && !(unit.ValidFrom > DueOn);

    private IEnumerable<KindCode> SortedKinds => UnitKinds.OrderBy(k => k.Value, StringComparer.Ordinal);
}

/// <summary>Names a step that opens obligations.</summary>
/// <param name="FirstUnitKind">The first of its unit kinds by code.</param>
public readonly record struct OpeningStepKey(ObligationKind Kind, Period Period, KindCode FirstUnitKind)
{
    public override string ToString() => $"{Kind}|{Period}|{FirstUnitKind}";
}
