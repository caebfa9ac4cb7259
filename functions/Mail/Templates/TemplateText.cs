using System.Text.RegularExpressions;

namespace ServerlessParty.Mail.Templates;

/// <summary>What is wrong with a template.</summary>
public enum TemplateFlaw
{
    Empty,
    TooLong,
    ControlCharacter,
    SubjectOfSeveralLines,
    AddressInSubject,
    Unclosed,
    Unopened,
    NoField,
    UnknownField,
    NotInSubject,
    NotAlone,
    Twice,
    Missing,
}

/// <summary>Why a template is refused.</summary>
/// <param name="InSubject">Whether the subject is meant, else the text.</param>
/// <param name="Line">The line, from 1; 0: no line in particular.</param>
/// <param name="Name">The field it is about, or a number that belongs to the sentence; empty for none.</param>
public sealed record TemplateRefusal(TemplateFlaw Flaw, bool InSubject, int Line = 0, string Name = "");

/// <summary>A text with fields in braces, taken apart; <c>{{</c> and <c>}}</c> stand for braces themselves.</summary>
public sealed partial class TemplateText
{
    private readonly List<(string Text, bool IsField)> _parts;

    private TemplateText(List<(string Text, bool IsField)> parts) => _parts = parts;

    public IEnumerable<string> Fields => _parts.Where(p => p.IsField).Select(p => p.Text);

    /// <summary>Whether it is one field and nothing else but white space.</summary>
    public bool IsAlone => _parts.Count(p => p.IsField) == 1 && _parts.All(p => p.IsField || string.IsNullOrWhiteSpace(p.Text));

    /// <summary>Reads a text in one pass; of several flaws the first counts.</summary>
    public static (TemplateText? Text, TemplateFlaw? Flaw) Parse(string text)
    {
        List<(string Text, bool IsField)> parts = [];
        var read = 0;
        foreach (Match brace in BracePattern().Matches(text))
        {
            if (brace.Value is "{" or "}")
            {
                return (null, brace.Value == "{" ? TemplateFlaw.Unclosed : TemplateFlaw.Unopened);
            }

            parts.Add((text[read..brace.Index], false));
            parts.Add(brace.Value is "{{" or "}}" ? (brace.Value[..1], false) : (brace.Value[1..^1].Trim(), true));
            read = brace.Index + brace.Length;
        }

        parts.Add((text[read..], false));
        return (new([.. parts.Where(p => p.IsField || p.Text.Length > 0)]), null);
    }

    /// <summary>The text with its fields filled in once: braces inside a value are text. A field without a value is left out.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => string.Concat(
        _parts.Select(p => p.IsField ? values.GetValueOrDefault(p.Text, "") : p.Text));

    /// <summary>Doubled braces, a field, and any brace that is neither.</summary>
    [GeneratedRegex(@"\{\{|\}\}|\{[^{}\n]*\}|[{}]")]
    private static partial Regex BracePattern();
}
