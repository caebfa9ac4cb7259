using ServerlessParty.Audit;
using ServerlessParty.Reminders.Rules;

namespace ServerlessParty.Storage;

/// <summary>The store's own reminder rules.</summary>
internal sealed class RuleSetTable(SettingTexts texts) : IRuleSets
{
    private const string Key = "set";

    public async Task<StoredRules?> FindAsync(CancellationToken cancellationToken) =>
        await texts.FindAsync(CurrentRules.Chain, Key, cancellationToken) is { } stored
            ? new(stored.Text, stored.ChangedAt, stored.ChangedBy, stored.Version) : null;

    public Task<bool> PutAsync(string json, string version, AuditNote note, CancellationToken cancellationToken) =>
        texts.PutAsync(CurrentRules.Chain, Key, json, version, note, cancellationToken);
}
