using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Reads lists as people write them on a phone, one thing a line, its parts parted by a dash, a colon, a comma or brackets.
/// What cannot be told apart stays together: nothing that was written is lost.
/// </summary>
internal static partial class FormLines
{
    private static readonly char[] Signs = [' ', '.', ',', ':', ';', '-', '–', '—'];

    /// <summary><c>Nguyễn Văn A – ốm</c>, <c>Nguyễn Văn A (ốm)</c>, <c>Nguyễn Văn A</c>.</summary>
    public static Absence Absence(string line, AttendanceStatus status) =>
        Mark().Match(line) is { Success: true, Index: > 0 } mark
            ? new(line[..mark.Index].Trim(), status, NullIfEmpty(Unbracketed(line[mark.Index..], mark.Value)))
            : new(line, status, null);

    /// <summary>
    /// <c>Đồng chí A: nhất trí</c>, <c>Nguyễn Văn A - nhất trí</c>; at a comma only behind a name: sentences hold commas, too.
    /// </summary>
    public static Remark Remark(string line) =>
        Split(line, Colon(), mostWords: 12)
        ?? Split(line, Dash(), mostWords: 8)
        ?? (NameThenComma().IsMatch(line) ? Split(line, Comma(), mostWords: 8) : null)
        ?? new(null, line);

    /// <summary><c>Việc – người làm – hạn</c>, <c>Việc, người làm, hạn</c>, <c>Người làm: việc</c>, or the task alone.</summary>
    public static Assignment Assignment(string line)
    {
        var parts = Dash().Split(line).Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();
        if (parts.Length == 1 && Comma().Split(line) is { Length: >= 3 } listed && EndsWithTime().IsMatch(listed[^1]))
        {
            parts = [string.Join(", ", listed[..^2]), listed[^2], listed[^1]];
        }

        return parts switch
        {
            [var task, var who, .. var rest] => new(task, who, NullIfEmpty(string.Join(" – ", rest))),
            _ when Split(line, Colon(), mostWords: 8) is { Speaker: { } who } told => new(told.Text, who, null),
            _ => new(line, null, null),
        };
    }

    /// <summary><c>Nghị quyết tháng 11: 10/12 tán thành</c>; null when there are no numbers, or more for than voted.</summary>
    public static Vote? Vote(string line)
    {
        var match = ForOfTotal().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var (agreed, total) = (Number(match.Groups["for"]), Number(match.Groups["total"]));
        string[] about = [match.Groups["subject"].Value.Trim(Signs), match.Groups["rest"].Value.Trim(Signs)];
        return agreed <= total ? new(NullIfEmpty(string.Join(" – ", about.Where(part => part.Length > 0))), agreed, total) : null;
    }

    /// <summary>The name alone: <c>Đồng chí Nguyễn Văn A – Bí thư chi bộ</c> → <c>Nguyễn Văn A</c>.</summary>
    public static string Name(string person) => Title().Replace(Absence(person, AttendanceStatus.Excused).Name, "");

    public static bool HasTitle(string person) => Title().IsMatch(person);

    private static Remark? Split(string line, Regex at, int mostWords) =>
        at.Match(line) is { Success: true, Index: > 0 } mark
        && line[..mark.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is > 0 and var words && words <= mostWords
        && line[(mark.Index + mark.Length)..].Trim() is { Length: > 0 } text
            ? new(line[..mark.Index].Trim(), text)
            : null;

    private static string Unbracketed(string rest, string mark) =>
        mark.Contains('(', StringComparison.Ordinal) && rest.EndsWith(')')
            ? rest.Trim()[1..^1].Trim()
            : rest[mark.Length..].Trim();

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>A hyphen without spaces parts only a full name from a small letter: <c>Y-Ban</c> is one name.</summary>
    [GeneratedRegex(@"\s*(?:[–—:;,(]|(?<=\s)-|-(?=\s)|(?<=\s\S{1,30})-(?=\p{Ll}))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*[–—]\s*|(?<=\s)-\s*|-\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    /// <summary>Not the one of a time of day.</summary>
    [GeneratedRegex(@"\s*(?:(?<![0-9]):|:(?![0-9]))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"\s*[,;]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(?:đồng chí|đ/c|đ\.c|ông|bà)[\s.:]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s)?(?:\p{Lu}\S{0,15}\s){1,5}?\p{Lu}\S{0,15}?\s?,",
        RegexOptions.CultureInvariant)]
    private static partial Regex NameThenComma();

    [GeneratedRegex(@"[0-9]{1,2}[/.-][0-9]{1,2}|(?:tháng|tuần|quý|ngày)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndsWithTime();

    /// <summary>The last pair of numbers that is not part of a date; what usually follows it says nothing new.</summary>
    [GeneratedRegex(
        """
        ^ (?<subject>.*) (?<![0-9/]) (?<for>[0-9]{1,5}) \s{0,3} / \s{0,3} (?<total>[0-9]{1,5}) (?![0-9/])
        \s*
        (?:
          (?: đồng\ chí | đ/c | đảng\ viên | phiếu | có\ mặt | dự\ họp | tán\ thành | nhất\ trí | đồng\ ý | biểu\ quyết
            | \(? \s? [0-9.,]{1,6} \s? % \)? )
          [\s,.]*
        )*
        (?<rest>.*) $
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ForOfTotal();
}
