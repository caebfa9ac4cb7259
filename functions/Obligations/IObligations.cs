using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>
/// What units owe, each obligation in its unit's dossier. The projection by due day may say too much, never too little:
/// a new due day is written there before the dossier, a past one removed after it.
/// </summary>
public interface IObligations
{
    Task<Obligation?> FindAsync(ObligationKey key, CancellationToken cancellationToken);

    /// <summary>Every obligation a unit has or had, ordered by kind and period.</summary>
    Task<IReadOnlyList<Obligation>> OfAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>Creates those of <paramref name="wanted"/> that do not exist; one that exists stays as it is.</summary>
    /// <returns>How many were new.</returns>
    Task<int> OpenAsync(IReadOnlyCollection<Obligation> wanted, string actor, CancellationToken cancellationToken);

    /// <summary>Reads the obligation, asks <paramref name="decide"/>, commits its answer with one audit entry and follows in the projection; asks again when somebody else was faster.</summary>
    Task<ObligationOutcome> ChangeAsync(
        ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor, CancellationToken cancellationToken);

    /// <summary>Closes a unit and withdraws what it still owes, in one transaction.</summary>
    /// <returns>The unit after closing, or null when there is no such unit.</returns>
    Task<Organization?> CloseUnitAsync(
        OrganizationId organization, Func<Organization, OrganizationChange?> decide, CancellationToken cancellationToken);
}

/// <summary>The projection of obligations by due day.</summary>
public interface IDueIndex
{
    /// <summary>Items due from <paramref name="first"/> to <paramref name="last"/>, both inclusive; cost follows what is due then, not how many units exist.</summary>
    IAsyncEnumerable<DueItem> BetweenAsync(
        DateOnly first, DateOnly last, DueStates states, CancellationToken cancellationToken);

    /// <summary>Compares every line with its dossier, mends what differs, and adds lines that dossiers miss.</summary>
    Task<RebuiltDue> RebuildAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Compares single lines that a reader found their dossiers to contradict, and mends them at once: a writer that died
    /// behind its dossier leaves a line that would otherwise ask for reminders until its unit's turn has come.
    /// </summary>
    Task MendAsync(IReadOnlyCollection<(ObligationKey Key, DateOnly DueOn)> lines, CancellationToken cancellationToken);

    /// <summary>Compares the lines of one slice of units, and removes those that belong to nothing, beginning after the unit the last call ended with (kept as a cursor).</summary>
    /// <param name="units">How many units to compare, at least 1.</param>
    Task<RebuiltDue> CompareSliceAsync(int units, CancellationToken cancellationToken);
}

/// <summary>Which lines of the projection to read.</summary>
public enum DueStates
{
    /// <summary>Open and returned ones only.</summary>
    Reminded,

    All,
}

/// <summary>What a comparison did.</summary>
public sealed record RebuiltDue(int Compared, int Added, int Corrected, int Removed);
