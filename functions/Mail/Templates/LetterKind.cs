using System.Globalization;

namespace ServerlessParty.Mail.Templates;

/// <summary>Where a field may stand.</summary>
public enum FieldPlace
{
    /// <summary>In the subject too: says nothing about a person or a unit.</summary>
    Anywhere,

    /// <summary>In any sentence of the letter, never in the subject.</summary>
    Body,

    /// <summary>As a paragraph of its own: a list, a button, a longer text.</summary>
    Alone,
}

/// <param name="Name">As written between braces: ASCII letters.</param>
/// <param name="IsNeeded">Whether a letter without it would be useless.</param>
public sealed record TemplateField(string Name, FieldPlace Place, bool IsNeeded = false);

/// <summary>The text of a letter as people write it: paragraphs, set apart by empty lines, with fields in braces.</summary>
public sealed record LetterTemplate(string Subject, string Body);

/// <summary>A kind of letter whose text the operator may change.</summary>
/// <param name="Id">Lower-case letters.</param>
/// <param name="Pivot">The field that the letter's own parts are built around; null: none.</param>
/// <param name="Shipped">The shipped text in a language; filled in, it says what the letter says without a template.</param>
public sealed record LetterKind(
    string Id, IReadOnlyList<TemplateField> Fields, string? Pivot, Func<CultureInfo, LetterTemplate> Shipped)
{
    public TemplateField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}
