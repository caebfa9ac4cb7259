using System.Globalization;
using System.Text.RegularExpressions;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Takes posted fields one by one into the shapes they have in the form, and collects what is wrong with them.</summary>
internal sealed partial class FormReading(IReadOnlyDictionary<string, string?> posted)
{
    private readonly List<FormFault> _faults = [];

    public IReadOnlyList<FormFault> Faults => _faults;

    public void Refuse(string field, string code, params object[] values) =>
        _faults.Add(new(field, code, MinutesFormTexts.Format(code, values)));

    /// <summary>One line, or null.</summary>
    public string? Line(MinutesFormField field) => string.Join(' ', Cleaned(field)) is { Length: > 0 } line ? line : null;

    /// <summary>Lines as they were written, without empty ones at the beginning and the end; or null.</summary>
    public string? Text(MinutesFormField field) =>
        string.Join('\n', Cleaned(field)).Trim('\n') is { Length: > 0 } text ? text : null;

    /// <summary>The lines that say something, without the signs and numbers that people begin them with.</summary>
    public IReadOnlyList<string> List(MinutesFormField field)
    {
        var lines = Cleaned(field).Select(line => Bullet().Replace(line, "")).Where(line => line.Length > 0).ToArray();
        if (lines.Length <= MinutesFormField.MaxLines)
        {
            return lines;
        }

        Refuse(field.Name, "form.tooManyLines", MinutesFormField.MaxLines);
        return [];
    }

    public int? Number(MinutesFormField field)
    {
        if (Line(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= field.Max)
        {
            return number;
        }

        Refuse(field.Name, "form.number", field.Max.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")));
        return null;
    }

    /// <summary><c>19:30</c>, <c>19h30</c>, <c>19 giờ 30</c>, <c>19h</c>.</summary>
    public TimeOnly? Time(MinutesFormField field)
    {
        if (Line(field) is not { } text)
        {
            return null;
        }

        var match = TimePattern().Match(text);
        var minutes = match.Groups["minutes"] is { Success: true } digits ? digits.Value : "0";
        if (match.Success && int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture) is < 24 and var hour
            && int.Parse(minutes, CultureInfo.InvariantCulture) is < 60 and var minute)
        {
            return new(hour, minute);
        }

        Refuse(field.Name, "form.time");
        return null;
    }

    private string[] Cleaned(MinutesFormField field)
    {
        var text = posted.GetValueOrDefault(field.Name) ?? "";
        var most = field.Kind == FormFieldKind.Number ? 20 : field.Max;
        // Letters may come in pieces, and lines end in two characters: look at the exact length only after cleaning.
        if (text.Length > 4 * (most + MinutesFormField.MaxLines))
        {
            return TooLong(field, most);
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var clean = new string[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            if (!Spelling.TryClean(Visible(lines[i]), out clean[i]))
            {
                Refuse(field.Name, "form.damaged");
                return [];
            }
        }

        return string.Join('\n', clean).Trim('\n').Length > most ? TooLong(field, most) : clean;
    }

    private string[] TooLong(MinutesFormField field, int most)
    {
        Refuse(field.Name, "form.tooLong", most.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")));
        return [];
    }

    /// <summary>Tables of Word leave control characters in what is pasted; nobody sees them to take them out.</summary>
    private static string Visible(string line) =>
        string.Concat(line.Where(character => !char.IsControl(character) || char.IsWhiteSpace(character)));

    /// <summary><c>- </c>, <c>+ </c>, <c>* </c>, <c>• </c>, <c>1. </c>, <c>2) </c>.</summary>
    [GeneratedRegex(@"^(?:[-–—+*•·▪]\s*|[0-9]{1,2}[.)]\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        @"^(?<hours>[0-9]{1,2})\s?(?:[:.hHgG]|giờ)?\s?(?<minutes>[0-9]{2})?\s?(?::[0-9]{2}|phút|ph|')?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimePattern();
}
