namespace ServerlessParty.Mail.Templates;

/// <summary>What somebody is doing to a text.</summary>
/// <param name="Typed">The text in the form.</param>
/// <param name="Version">What it was made from.</param>
public sealed record TemplateEdit(LetterTemplate Typed, string Version)
{
    public IReadOnlyList<TemplateRefusal> Refusals { get; init; } = [];

    /// <summary>Whether the text is not kept yet.</summary>
    public bool IsDraft { get; init; }

    public bool IsSaved { get; init; }

    public bool IsOvertaken { get; init; }
}
