using System.Globalization;

namespace ServerlessParty.Mail.Templates;

/// <summary>A checked template, ready to be filled in; the same values always make the same letter.</summary>
public sealed class ReadyTemplate
{
    /// <summary>The longest subject that leaves, in characters.</summary>
    private const int MaxSubject = 200;

    private readonly TemplateText _subject;
    private readonly List<TemplateText> _before;
    private readonly List<TemplateText> _after;

    private ReadyTemplate(TemplateText subject, List<TemplateText> before, List<TemplateText> after) =>
        (_subject, _before, _after) = (subject, before, after);

    /// <summary>Null for a template that the check refuses.</summary>
    public static ReadyTemplate? Of(LetterKind kind, LetterTemplate template)
    {
        if (TemplateCheck.Refusals(kind, template).Count > 0)
        {
            return null;
        }

        List<TemplateText> all = [.. Paragraphs(template.Body).Select(p => TemplateText.Parse(p).Text!)];
        var pivot = kind.Pivot is null ? -1 : all.FindIndex(p => p.Fields.Contains(kind.Pivot));
        var before = pivot < 0 ? all : all[..pivot];
        return new(TemplateText.Parse(template.Subject).Text!, before, pivot < 0 ? [] : all[(pivot + 1)..]);
    }

    /// <summary>The letter of an event in the shipped words of its kind; which the store's own may then replace.</summary>
    /// <param name="mail">Without subject and paragraphs.</param>
    public static EventMail WriteShipped(EventMail mail, LetterValues values, CultureInfo culture)
    {
        var shipped = Of(values.Kind, values.Kind.Shipped(culture))
            ?? throw new InvalidOperationException($"The shipped text of {values.Kind.Id} is refused.");
        return shipped.Write(mail, values.Fields) with { Values = values };
    }

    /// <summary>One line.</summary>
    public string Subject(IReadOnlyDictionary<string, string> values)
    {
        var subject = string.Join(' ', _subject.Fill(values).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return subject.Length > MaxSubject ? subject[..MaxSubject] : subject;
    }

    /// <summary>The paragraphs before the letter's own parts; all of them where the kind has no such parts. Empty ones are left out.</summary>
    public IReadOnlyList<string> Before(IReadOnlyDictionary<string, string> values) => Filled(_before, values);

    /// <summary>The paragraphs behind the letter's own parts.</summary>
    public IReadOnlyList<string> After(IReadOnlyDictionary<string, string> values) => Filled(_after, values);

    /// <summary>The letter of an event with this text in place of its own.</summary>
    public EventMail Write(EventMail mail, IReadOnlyDictionary<string, string> values) => mail with
    {
        Subject = Subject(values),
        Paragraphs = Before(values),
        Closing = After(values),
    };

    /// <summary>What stands between empty lines.</summary>
    internal static IEnumerable<string> Paragraphs(string body)
    {
        List<string> lines = [];
        foreach (var line in body.Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.TrimEnd());
            }
            else if (lines.Count > 0)
            {
                yield return string.Join('\n', lines);
                lines.Clear();
            }
        }
    }

    private static List<string> Filled(List<TemplateText> paragraphs, IReadOnlyDictionary<string, string> values) =>
        [.. paragraphs.Select(p => p.Fill(values).Trim()).Where(p => p.Length > 0)];
}
