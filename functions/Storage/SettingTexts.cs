using ServerlessParty.Audit;

namespace ServerlessParty.Storage;

/// <summary>A text that people set for the store.</summary>
internal sealed record SettingText(string Key, string Text, DateTimeOffset ChangedAt, string ChangedBy, string Version);

/// <summary>Texts that people set, those of one subject a dossier of its own beside the settings: each change with its entry, in one transaction.</summary>
internal sealed class SettingTexts(Store store, TimeProvider time)
{
    private const string Prefix = "text|";

    private readonly DossierTable _dossiers = new(() => store.Settings, time);

    public async Task<SettingText?> FindAsync(string subject, string key, CancellationToken cancellationToken) =>
        await _dossiers.FindAsync(subject, Prefix + key, cancellationToken) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<SettingText>> AllAsync(string subject, CancellationToken cancellationToken) =>
        [.. (await _dossiers.RangeAsync(subject, Prefix, cancellationToken)).Select(Read)];

    /// <summary>Writes only over the version its writer saw: of two editors the second is told.</summary>
    public async Task<bool> PutAsync(
        string subject, string key, string text, string version, AuditNote note, CancellationToken cancellationToken)
    {
        var row = new TableEntity(subject, Prefix + key)
        {
            ["Text"] = text,
            ["ChangedAt"] = time.GetUtcNow(),
            ["ChangedBy"] = note.Actor,
        };
        return await _dossiers.ChangeAsync(
            subject, [row.RowKey],
            rows => Version(rows[row.RowKey]) == version ? new([row], note) : null, cancellationToken) is not null;
    }

    private static string Version(TableEntity? row) => row?.ETag.ToString() ?? "";

    private static SettingText Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..], row.GetString("Text") ?? "", row.GetDateTimeOffset("ChangedAt") ?? default,
        row.GetString("ChangedBy") ?? "", Version(row));
}
