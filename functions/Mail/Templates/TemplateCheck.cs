namespace ServerlessParty.Mail.Templates;

/// <summary>Says what is wrong with a template before it is kept, so that nothing can go wrong when a letter is sent.</summary>
public static class TemplateCheck
{
    public const int MaxSubject = 150;

    public const int MaxBody = 5_000;

    /// <summary>Line ends as everywhere here, and no space at the ends: what a form sends is stored so.</summary>
    public static LetterTemplate Clean(LetterTemplate template) => new(
        template.Subject.Trim(), template.Body.ReplaceLineEndings("\n").Trim());

    /// <param name="template">Clean.</param>
    /// <returns>Nothing for a template that can be used.</returns>
    public static IReadOnlyList<TemplateRefusal> Refusals(LetterKind kind, LetterTemplate template)
    {
        List<TemplateRefusal> refusals = [.. OfSubject(kind, template.Subject), .. OfBody(kind, template.Body)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var used = ReadyTemplate.Paragraphs(template.Body).SelectMany(p => TemplateText.Parse(p).Text!.Fields).ToList();
        return
        [
            .. kind.Fields.Where(f => f.IsNeeded && !used.Contains(f.Name))
                .Select(f => new TemplateRefusal(TemplateFlaw.Missing, false, 0, f.Name)),
            .. kind.Fields.Where(f => f.Place == FieldPlace.Alone && used.Count(u => u == f.Name) > 1)
                .Select(f => new TemplateRefusal(TemplateFlaw.Twice, false, 0, f.Name)),
        ];
    }

    private static IEnumerable<TemplateRefusal> OfSubject(LetterKind kind, string subject)
    {
        if (General(subject, MaxSubject) is { } flaw)
        {
            return [new(flaw, true, 0, $"{MaxSubject}")];
        }

        if (subject.Contains('\n', StringComparison.Ordinal))
        {
            return [new(TemplateFlaw.SubjectOfSeveralLines, true)];
        }

        if (subject.Contains('@', StringComparison.Ordinal))
        {
            return [new(TemplateFlaw.AddressInSubject, true)];
        }

        return OfLine(kind, subject, 0, inSubject: true);
    }

    private static IEnumerable<TemplateRefusal> OfBody(LetterKind kind, string body) => General(body, MaxBody) is { } flaw
        ? [new(flaw, false, 0, $"{MaxBody}")]
        : body.Split('\n').SelectMany((line, i) => OfLine(kind, line, i + 1, inSubject: false)).Concat(NotAlone(kind, body));

    private static TemplateFlaw? General(string text, int most) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => TemplateFlaw.Empty,
        _ when text.Length > most => TemplateFlaw.TooLong,
        _ when text.Any(c => (char.IsControl(c) && c != '\n') || c == '\uFFFD') => TemplateFlaw.ControlCharacter,
        _ => null,
    };

    private static IEnumerable<TemplateRefusal> OfLine(LetterKind kind, string line, int number, bool inSubject)
    {
        var (text, flaw) = TemplateText.Parse(line);
        if (flaw is { } wrong)
        {
            yield return new(wrong, inSubject, number);
        }

        foreach (var name in text?.Fields ?? [])
        {
            var field = kind.Field(name);
            if (name.Length == 0)
            {
                yield return new(TemplateFlaw.NoField, inSubject, number);
            }
            else if (field is null)
            {
                yield return new(TemplateFlaw.UnknownField, inSubject, number, name.Length > 40 ? name[..40] : name);
            }
            else if (inSubject && field.Place != FieldPlace.Anywhere)
            {
                yield return new(TemplateFlaw.NotInSubject, true, number, name);
            }
        }
    }

    private static IEnumerable<TemplateRefusal> NotAlone(LetterKind kind, string body) =>
        from paragraph in ReadyTemplate.Paragraphs(body)
        let text = TemplateText.Parse(paragraph).Text
        where text is not null && !text.IsAlone
        from name in text.Fields
        where kind.Field(name)?.Place == FieldPlace.Alone
        select new TemplateRefusal(TemplateFlaw.NotAlone, false, 0, name);
}
