using System.Globalization;
using System.Text.RegularExpressions;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Reads the facts of a meeting out of the text of its minutes, however it is laid out: labels and what stands behind them. A
/// blank behind a label (dots of a template) is nothing. It may miss what is written in an unusual way: advice, no judgement.
/// </summary>
internal static partial class WrittenFacts
{
    public static MeetingFacts Of(string text)
    {
        var read = text.Length > TextSketch.MaxCharacters ? text[..TextSketch.MaxCharacters] : text;
        var plain = Spelling.Plain(read);
        var (present, expected) = Attendance(plain);
        return new(
            DocumentNumber().IsMatch(plain),
            [.. WrittenDates.DaysIn(plain)],
            Chair().IsMatch(plain) || ChairAfterName().IsMatch(plain),
            MinuteTaker().IsMatch(plain) || MinuteTakerAfterName().IsMatch(plain),
            present,
            expected,
            Length(plain),
            SpeakerByTitle().IsMatch(plain) || SpeakerByName().IsMatch(read.Normalize()),
            Score().IsMatch(plain));
    }

    private static (int? Present, int? Expected) Attendance(string plain)
    {
        if (PresentOfAll().Match(plain) is { Success: true } pair)
        {
            return (Number(pair, "present"), Number(pair, "all"));
        }

        var present = Present().Match(plain);
        var all = All().Match(plain);
        return (present.Success ? Number(present, "present") : null, all.Success ? Number(all, "all") : null);
    }

    private static TimeSpan? Length(string plain)
    {
        var span = FromTo().Match(plain);
        var start = span.Success ? Time(span, "hour1", "minute1") : Time(Start().Match(plain), "hour1", "minute1");
        var end = span.Success ? Time(span, "hour2", "minute2") : Time(End().Match(plain), "hour2", "minute2");
        return start < end ? end - start : null;
    }

    private static TimeSpan? Time(Match match, string hour, string minute) =>
        match.Success && Number(match, hour) is < 24 and var hours
        && (match.Groups[minute].Success ? Number(match, minute) : 0) is < 60 and var minutes
            ? new TimeSpan(hours, minutes, 0)
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline;

    /// <summary>What stands between a label and a name: signs, or a blank that is filled in on its line, or how to sign.</summary>
    private const string Then =
        @"(?: [\s:*\-–—]{1,40} | [^\S\n]{0,9} :? [^\S\n]{0,9} [._]{2,90} [^\S\n]{0,9} ) (?: \( [^)\n]{1,40} \) \s{0,40} )? (?: la \s )?"
        + @"(?! thu \s | chu \s t | nguoi \s | noi \s | thanh \s | co \s mat | vang \b | tong \s | dia \s | thoi \s | so \s )";

    private const string TwoWords = @"\p{L}[\p{L}/.]{0,20} \s \p{L}{2}";

    private const string Person = @"(?: dong \s chi | d/c | dc | ong | ba ) [\s:.]{1,3} (?! chu \s t | bi \s thu ) \p{L}";

    private const string Clock1 = @"(?<hour1>[0-9]{1,2}) \s? (?: gio | [hg:.] ) \s? (?<minute1>[0-9]{2})?";

    private const string Clock2 = @"(?<hour2>[0-9]{1,2}) \s? (?: gio | [hg:.] ) \s? (?<minute2>[0-9]{2})?";

    [GeneratedRegex(@"^ \s{0,9} so \s{0,3} :? \s{0,3} [0-9]{1,5} | \b so \s{0,3} :? \s{0,3} [0-9]{1,5} \s? [-–/] \s? bb | \b [0-9]{1,5} \s? [-–/] \s? bb [-–/]", Options)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"\b chu \s{1,3} (?: tri | toa ) (?: \s (?: cuoc \s hop | hoi \s nghi | buoi \s sinh \s hoat ))?" + Then + TwoWords, Options)]
    private static partial Regex Chair();

    [GeneratedRegex(Person + @"[^\n:;.]{2,60} \b chu \s{1,3} (?: tri | toa ) \b", Options)]
    private static partial Regex ChairAfterName();

    [GeneratedRegex(@"(?<! \b bi \s{1,3}) \b (?: thu \s{1,3} k[yi] | nguoi \s ghi \s bien \s ban ) (?: \s (?: cuoc \s hop | hoi \s nghi | ghi \s bien \s ban ))?" + Then + TwoWords, Options)]
    private static partial Regex MinuteTaker();

    [GeneratedRegex(Person + @"[^\n:;.]{2,60} (?: \b lam \s thu \s k[yi] | (?<! \b bi \s) \b thu \s k[yi] | ghi \s bien \s ban ) \b", Options)]
    private static partial Regex MinuteTakerAfterName();

    [GeneratedRegex(
        @"\b (?: co \s mat | tham \s du | du \s hop | du \s sinh \s hoat | tham \s gia ) [^0-9/]{0,60} (?<present>[0-9]{1,4}) \s? (?: / | tren (?: \s tong \s so)? ) \s? (?<all>[0-9]{1,4}) (?! \s?[0-9/])"
        + @"| (?<! [0-9/]) (?<present>[0-9]{1,4}) \s? / \s? (?<all>[0-9]{1,4}) (?! \s?[0-9/]) \s? (?: dong \s chi | d/c | dang \s vien )? [^0-9\n]{0,30} \b (?: co \s mat | tham \s du | du \s hop | du \s sinh \s hoat )", Options)]
    private static partial Regex PresentOfAll();

    [GeneratedRegex(@"\b (?: co \s mat | tham \s du | du \s hop | du \s sinh \s hoat ) (?! [^0-9]{0,30} ngay) [^0-9]{0,40} (?<present>[0-9]{1,4}) (?! \s?[0-9/:h])", Options)]
    private static partial Regex Present();

    [GeneratedRegex(@"\b tong \s so [^0-9]{0,50} (?<all>[0-9]{1,4}) (?! \s?[0-9/])", Options)]
    private static partial Regex All();

    [GeneratedRegex(@"\b tu (?: \s luc)? [\s:]{1,3} " + Clock1 + @"\s? (?:phut)? \s? (?: den (?: \s luc)? | [-–—] ) \s? " + Clock2, Options)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\b (?: bat \s dau | khai \s mac | thoi \s gian ) [^0-9]{0,40} " + Clock1, Options)]
    private static partial Regex Start();

    [GeneratedRegex(@"\b (?: ket \s thuc | be \s mac ) [^0-9]{0,40} " + Clock2, Options)]
    private static partial Regex End();

    /// <summary><c>- Đồng chí Phạm Văn Ví (đảng viên): nhất trí</c></summary>
    [GeneratedRegex(@"^ [\s\-–—+*0-9.)]{0,9} (?: y \s kien (?: \s cua)? \s )?" + Person + @"[^\n:]{0,60} : [\s]{0,3} \p{L}", Options)]
    private static partial Regex SpeakerByTitle();

    /// <summary><c>Phạm Văn Ví: nhất trí</c>, in the text with its capitals.</summary>
    [GeneratedRegex(@"^ [\s\-–—+*0-9.)]{0,9} (?: \p{Lu}\p{Ll}{0,6} \s ){1,4} \p{Lu}\p{Ll}{1,6} (?: \s? \( [^)\n]{1,40} \) )? \s? : \s{1,3} \p{Ll}", Options)]
    private static partial Regex SpeakerByName();

    [GeneratedRegex(@"\b (?: tu \s cham | cham \s diem | tu \s danh \s gia | tong \s diem | so \s diem | dat ) [^0-9/]{0,60} [0-9]{1,3} (?: [.,] [0-9]{1,2} )? \s? (?: / \s? 100 | diem )", Options)]
    private static partial Regex Score();
}
