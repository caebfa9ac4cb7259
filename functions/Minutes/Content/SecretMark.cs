using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes.Content;

/// <summary>
/// Knows the marks of state secrecy (the Law on Protection of State Secrets; what counts as a mark is the product's own
/// definition). A mark is a line, cell or text box whose whole text is one of the three levels in capitals, or
/// <c>Độ mật:</c> followed by a level in any case, since after that label no other meaning is left; in a file name or
/// subject, the capital words alone or in brackets. Running text never counts.
/// </summary>
public static partial class SecretMark
{
    /// <summary>
    /// Without spaces, since stamps are often written with spaces between the letters. Old documents write Vietnamese in the
    /// letters of the fonts .VnTimeH (which shows small letters as capitals) and VNI-Times; they read the same on paper.
    /// </summary>
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "MẬT", "TỐIMẬT", "TUYỆTMẬT", "mËt", "MËT", "tèimËt", "TèIMËT", "tuyÖtmËt", "TUYÖTMËT", "MAÄT", "TOÁIMAÄT", "TUYEÄTMAÄT",
    };

    /// <summary>Decomposed letters take up to three characters, and spaces may lie between any two.</summary>
    private const int LongestMark = 60;

    /// <summary>Whether a file name (with or without its ending) or a subject carries a mark.</summary>
    public static bool IsInTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return false;
        }

        var written = EndingPattern().Replace(OneLine(title), "");
        var name = written.Replace('_', ' ');
        return IsInText(name) || SeparatorPattern().Split(name).Any(IsMark) || written.Split('_').Any(IsMarkOfTwoWords);
    }

    /// <summary>Whether any line of a text is a mark, or any label followed by a level.</summary>
    public static bool IsInText(string? text)
    {
        var lines = new SecretLines(wrapped: false);
        return text is not null && text.Split('\n').Any(lines.IsMarked);
    }

    /// <summary>Whether the whole text of a line, a cell or a text box is one of the levels in capitals.</summary>
    internal static bool IsMark(string text) => Marks.Contains(Squeezed(text));

    /// <summary>Whether the whole text is one of the levels in any case; only a label before it makes it a mark.</summary>
    internal static bool IsLevel(string text) => Marks.Contains(Squeezed(text).ToUpperInvariant());

    /// <summary>Whether the line is the label with a level behind it.</summary>
    internal static bool IsLabelWithLevel(string line) => LabelAndLevelPattern().IsMatch(OneLine(line));

    /// <summary>Whether the line is the label alone, so that the level may stand in the next cell.</summary>
    internal static bool IsLabel(string line) => LabelPattern().IsMatch(OneLine(line));

    /// <summary>Names are often put together with low lines; <c>BẢO_MẬT</c> must not become a mark, <c>TỐI MẬT_T11</c> is one.</summary>
    private static bool IsMarkOfTwoWords(string part) => part.Trim().Contains(' ') && IsMark(part);

    /// <summary>Composed, without spaces and invisible characters; empty when too long to be a mark.</summary>
    private static string Squeezed(string text)
    {
        if (text.Length > LongestMark)
        {
            return "";
        }

        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c) && !IsInvisible(c)))
        {
            letters.Append(c);
        }

        return Composed(letters.ToString());
    }

    /// <summary>The beginning of the text in composed letters: labels stand at the beginning of their line.</summary>
    private static string OneLine(string text) => Composed(
        string.Concat((text.Length > 300 ? text[..300] : text).Where(c => !IsInvisible(c))));

    /// <summary>Half a character, left over from a cut, cannot be composed; such a text is no mark.</summary>
    internal static string Composed(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.Where(c => !char.IsSurrogate(c))).Normalize() : text.Normalize();

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    [GeneratedRegex(@"\.[\p{L}\p{N}]{1,5}\s*$")]
    private static partial Regex EndingPattern();

    /// <summary>Brackets, colons, bars, and dashes between spaces: what separates a mark from the title beside it.</summary>
    [GeneratedRegex(@"[()\[\]{}<>【】「」:|]|\s[-–—]\s")]
    private static partial Regex SeparatorPattern();

    /// <summary>A list of levels to choose from (<c>Mật/Tối mật/Tuyệt mật</c>) is not a level.</summary>
    [GeneratedRegex(
        @"^[\W_]*độ\s*mật\s*[:：]\s*[""“(\[]?(?:tuyệt\s*mật|tối\s*mật|mật)(?:\s*$|\s*[)(\]}.;""”»–—-]|\t|\s{2,})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelAndLevelPattern();

    [GeneratedRegex(@"^[\W_]*độ\s*mật\s*[:：]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();
}
