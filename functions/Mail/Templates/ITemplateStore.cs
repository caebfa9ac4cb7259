using ServerlessParty.Audit;

namespace ServerlessParty.Mail.Templates;

/// <summary>The texts that people put in the place of shipped ones; each change with its audit entry, in one transaction.</summary>
public interface ITemplateStore
{
    Task<IReadOnlyList<StoredTemplate>> AllAsync(CancellationToken cancellationToken);

    /// <param name="template">Null: the shipped text again.</param>
    /// <param name="version">The version the change was made from; empty for none.</param>
    /// <returns>False when somebody else changed the text since, and then nothing was written.</returns>
    Task<bool> PutAsync(
        string kind, string language, LetterTemplate? template, string version, AuditNote note,
        CancellationToken cancellationToken);
}

/// <param name="Template">Null: the shipped text was put back.</param>
/// <param name="Version">Opaque.</param>
public sealed record StoredTemplate(
    string Kind, string Language, LetterTemplate? Template, DateTimeOffset ChangedAt, string ChangedBy, string Version);

/// <summary>Texts of the store's own for letters.</summary>
public interface ILetterTemplates
{
    /// <summary>The store's own text of a kind; null where the shipped one holds.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    Task<ReadyTemplate?> OwnAsync(LetterKind kind, string language, CancellationToken cancellationToken);
}
