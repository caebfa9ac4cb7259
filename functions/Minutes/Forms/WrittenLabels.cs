using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Labels of minutes with a name or number behind them, in plain text (no accents, small letters). Every repetition is bounded,
/// so that a hostile text costs no more than a long one.
/// </summary>
internal static partial class WrittenLabels
{
    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline;

    /// <summary>
    /// What stands between a label and a name: signs, or a blank that was filled in on its line, or how to sign; then two words
    /// that are not the next label.
    /// </summary>
    private const string ThenName =
        """
        (?: [\s:*\-–—]{1,40} | [^\S\n]? :? [^\S\n]? [._]{2,90} [^\S\n]? )
        (?: \( [^)\n]{1,40} \) \s{0,40} )?
        (?: la \s )?
        (?! thu \s | chu \s t | nguoi \s | noi \s | thanh \s | co \s mat | vang \b | tong \s | dia \s | thoi \s | so \s )
        \p{L} [\p{L}/.]{0,20} \s \p{L}{2}
        """;

    /// <summary>A line, or an item where a PDF has lost its lines.</summary>
    private const string ItemBegins = @"(?: ^ [\s\-–—+*0-9.)]{0,9} | [^\S\n] [-–—+*] [^\S\n] )";

    private const string Comrade = @"\b (?: dong \s chi | d/c | dc | ong | ba ) [\s:.]{1,3} (?! chu \s t | bi \s thu ) \p{L}";

    /// <summary><c>Số: 05-BB/CB</c>; not <c>Tổng số: 12</c>, nor the number of another paper.</summary>
    [GeneratedRegex(
        """
        ^ \s{0,9} so \s? :? \s? [0-9]{1,5}
        | \b so \s? :? \s? [0-9]{1,5} \s? [-–/] \s? bb
        | \b [0-9]{1,5} \s? [-–/] \s? bb [-–/]
        """,
        Options)]
    public static partial Regex DocumentNumber();

    [GeneratedRegex(@"\b chu \s (?: tri | toa ) (?: \s (?: cuoc \s hop | hoi \s nghi | buoi \s sinh \s hoat ))? " + ThenName, Options)]
    public static partial Regex Chair();

    [GeneratedRegex(Comrade + @"[^\n:;.]{2,60} \b chu \s (?: tri | toa ) \b", Options)]
    public static partial Regex ChairAfterName();

    /// <summary>Not the end of 'bí thư' before 'ký'.</summary>
    [GeneratedRegex(
        """
        (?: (?<! \b bi \s ) \b thu \s k[yi] | \b nguoi \s ghi \s bien \s ban )
        (?: \s (?: cuoc \s hop | hoi \s nghi | ghi \s bien \s ban ))?
        """ + "\n" + ThenName,
        Options)]
    public static partial Regex MinuteTaker();

    [GeneratedRegex(Comrade + @"[^\n:;.]{2,60} (?: (?<! \b bi \s ) \b thu \s k[yi] | \b ghi \s bien \s ban ) \b", Options)]
    public static partial Regex MinuteTakerAfterName();

    /// <summary><c>- Đồng chí Phạm Văn Ví (đảng viên): nhất trí</c></summary>
    [GeneratedRegex(
        ItemBegins + @"(?: y \s kien (?: \s cua)? \s )? " + Comrade + @"[^\n:]{0,60} : \s{0,3} \p{L}", Options)]
    public static partial Regex SpeakerByTitle();

    /// <summary><c>Phạm Văn Ví (tổ 2): nhất trí</c>, in the text with its accents and capitals.</summary>
    [GeneratedRegex(
        ItemBegins + """
        (?: \p{Lu}\p{Ll}{0,6} [^\S\n]{1,3} ){1,4} \p{Lu}\p{Ll}{1,6}
        (?: \s? \( [^)\n]{1,40} \) )? \s? : \s{1,3} \p{Ll}
        """,
        Options)]
    public static partial Regex SpeakerByName();

    [GeneratedRegex(
        """
        \b (?: tu \s cham | cham \s diem | tu \s danh \s gia | tong \s diem | so \s diem | dat )
        [^0-9/]{0,60} [0-9]{1,3} (?: [.,] [0-9]{1,2} )? \s? (?: / \s? 100 | diem )
        """,
        Options)]
    public static partial Regex Score();
}
