using ServerlessParty.Audit;

namespace ServerlessParty.Reminders.Rules;

/// <summary>The set of rules that somebody put in the place of the shipped one; changed with its audit entry in one transaction.</summary>
public interface IRuleSets
{
    /// <returns>Null when nobody ever changed the rules.</returns>
    Task<StoredRules?> FindAsync(CancellationToken cancellationToken);

    /// <param name="json">The rules; empty: the shipped ones are in force again.</param>
    /// <param name="version">The version the change was made from; empty for none.</param>
    /// <returns>False when somebody else changed the rules since, and then nothing was written.</returns>
    Task<bool> PutAsync(string json, string version, AuditNote note, CancellationToken cancellationToken);
}

/// <param name="Json">As <c>seeds/rules.json</c>; empty: the shipped rules.</param>
/// <param name="Version">Opaque.</param>
public sealed record StoredRules(string Json, DateTimeOffset ChangedAt, string ChangedBy, string Version);
