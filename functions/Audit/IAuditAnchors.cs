namespace ServerlessParty.Audit;

/// <summary>The daily anchors; written once, never changed.</summary>
public interface IAuditAnchors
{
    /// <summary>The days that have an anchor, oldest first.</summary>
    Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken);

    /// <exception cref="FormatException">The stored text was damaged.</exception>
    Task<AuditAnchor> ReadAsync(DateOnly day, CancellationToken cancellationToken);

    /// <returns>False when the day has an anchor already, which then stays.</returns>
    Task<bool> TryAddAsync(AuditAnchor anchor, CancellationToken cancellationToken);
}
