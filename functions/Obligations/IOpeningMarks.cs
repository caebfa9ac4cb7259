namespace ServerlessParty.Obligations;

/// <summary>Which steps have been opened for all units, so that a run with nothing to do ends after a few reads.</summary>
public interface IOpeningMarks
{
    /// <summary>All marks; few rows, one read.</summary>
    Task<IReadOnlyDictionary<OpeningStepKey, OpeningMark>> AllAsync(CancellationToken cancellationToken);

    Task SetAsync(OpeningStepKey step, OpeningMark mark, CancellationToken cancellationToken);
}

/// <summary>A step was opened for every unit there was.</summary>
/// <param name="Stamp"><see cref="Organizations.IOrganizations.StampAsync"/> as read before the units were.</param>
/// <param name="Fingerprint"><see cref="OpeningStep.Fingerprint"/> of the step as it was opened.</param>
/// <param name="Until">The day on which the next unit known by then begins to exist: from it on the mark holds no more; null for none.</param>
public sealed record OpeningMark(string Stamp, string Fingerprint, DateOnly? Until)
{
    public bool Covers(OpeningStep step, string stamp, DateOnly today) =>
        Stamp == stamp && Fingerprint == step.Fingerprint && !(Until <= today);
}
