using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Something that lays obligations on units by itself: the months' minutes, a campaign's steps.</summary>
public interface IObligationSchedule
{
    /// <summary>The steps that are open on <paramref name="today"/>: their first day has come and they still take in units.</summary>
    Task<IReadOnlyList<OpeningStep>> OpenStepsAsync(DateOnly today, CancellationToken cancellationToken);
}

/// <summary>Every unit of some kinds owes the same thing by the same day.</summary>
/// <param name="OpensOn">The first day on which the obligations exist, inclusive.</param>
/// <param name="DueOn">Their due day, inclusive.</param>
public sealed record OpeningStep(
    ObligationKind Kind, Period Period, IReadOnlySet<KindCode> UnitKinds, DateOnly OpensOn, DateOnly DueOn);
