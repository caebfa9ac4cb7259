using ServerlessParty.Audit;
using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Storage;

/// <summary>The store's own texts of letters: the subject is the first line.</summary>
internal sealed class TemplateTable(SettingTexts texts) : ITemplateStore
{
    public async Task<IReadOnlyList<StoredTemplate>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await texts.AllAsync(ChangeTemplate.Chain, cancellationToken)).Select(Read)];

    public Task<bool> PutAsync(
        string kind, string language, LetterTemplate? template, string version, AuditNote note,
        CancellationToken cancellationToken) =>
        texts.PutAsync(
            ChangeTemplate.Chain, $"{kind}.{language}", template is null ? "" : $"{template.Subject}\n{template.Body}",
            version, note, cancellationToken);

    private static StoredTemplate Read(SettingText stored)
    {
        var key = stored.Key.Split('.', 2);
        var lines = stored.Text.Split('\n', 2);
        return new(
            key[0], key.Length > 1 ? key[1] : "", stored.Text.Length == 0 ? null : new(lines[0], lines.Length > 1 ? lines[1] : ""),
            stored.ChangedAt, stored.ChangedBy, stored.Version);
    }
}
