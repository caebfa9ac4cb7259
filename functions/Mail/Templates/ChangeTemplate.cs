using ServerlessParty.Audit;

namespace ServerlessParty.Mail.Templates;

/// <summary>What became of a change of a letter's text.</summary>
public abstract record TemplateChange
{
    private TemplateChange()
    {
    }

    public sealed record Done : TemplateChange;

    /// <summary>Somebody else changed the text since it was read.</summary>
    public sealed record Overtaken : TemplateChange;

    public sealed record Refused(IReadOnlyList<TemplateRefusal> Refusals) : TemplateChange;
}

/// <summary>Puts a text of the store's own in the place of a letter's shipped one, or takes it back.</summary>
public sealed class ChangeTemplate(ITemplateStore store, LetterTemplates templates)
{
    /// <summary>The chain of entries about changes of texts.</summary>
    public const string Chain = "templates";

    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <param name="template">Clean; null: the shipped text again.</param>
    /// <param name="version">The version the change was made from; empty for none.</param>
    public async Task<TemplateChange> RunAsync(
        LetterKind kind, string language, LetterTemplate? template, string version, string actor,
        CancellationToken cancellationToken)
    {
        if (template is not null && TemplateCheck.Refusals(kind, template) is { Count: > 0 } refusals)
        {
            return new TemplateChange.Refused(refusals);
        }

        var note = new AuditNote(actor, template is null ? "template.reset" : "template.changed", $"{kind.Id}.{language}", template?.Subject);
        var isDone = await store.PutAsync(kind.Id, language, template, version, note, cancellationToken);
        templates.Forget();
        return isDone ? new TemplateChange.Done() : new TemplateChange.Overtaken();
    }
}
