namespace ServerlessParty.Audit;

/// <summary>One change of a dossier. Each entry carries the hash of the one before, so that none can be altered or left out unseen.</summary>
/// <param name="Sequence">1, 2, 3 … without gaps within a dossier.</param>
/// <param name="Before">The rows touched, as they were, in the form of <see cref="RowDigests"/>; rows that did not exist are left out.</param>
/// <param name="After">The same rows as written.</param>
/// <param name="Previous">The <see cref="Hash"/> of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 (hex) over all other fields.</param>
public sealed record AuditEntry(
    string Dossier,
    int Sequence,
    DateTimeOffset At,
    string Actor,
    string Action,
    string Subject,
    string? Comment,
    string Before,
    string After,
    string Previous,
    string Hash);

/// <summary>The end of a dossier's chain.</summary>
public sealed record AuditHead(int Sequence, string Hash)
{
    public static AuditHead Empty { get; } = new(0, new string('0', 64));
}
