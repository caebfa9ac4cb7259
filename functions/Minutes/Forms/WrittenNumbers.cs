using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes.Forms;

/// <summary>How many came and how long they sat, in plain text (no accents, small letters). Every repetition is bounded.</summary>
internal static partial class WrittenNumbers
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private const string Came = @"\b (?: co \s mat | tham \s du | du \s hop | du \s sinh \s hoat | tham \s gia )";

    /// <summary>A number that is no part of a date or a fraction.</summary>
    private const string PresentNumber = @"(?<! [0-9/] ) (?<present> [0-9]{1,4} )";

    private const string AllNumber = @"(?<all> [0-9]{1,4} ) (?! \s? [0-9/] )";

    private const string Clock1 = @"(?<hour1> [0-9]{1,2} ) \s? (?: gio | [hg:.] ) \s? (?<minute1> [0-9]{2} )?";

    private const string Clock2 = @"(?<hour2> [0-9]{1,2} ) \s? (?: gio | [hg:.] ) \s? (?<minute2> [0-9]{2} )?";

    /// <summary><c>Có mặt: 10/12</c>, <c>có mặt 10 trên tổng số 12</c>, <c>10/12 đồng chí có mặt</c>.</summary>
    [GeneratedRegex(
        Came + "[^0-9/]{0,60}" + PresentNumber + @"\s? (?: / | tren (?: \s tong \s so )? ) \s? " + AllNumber
        + "|" + PresentNumber + @"\s? / \s?" + AllNumber + @"\s? (?: dong \s chi | d/c | dang \s vien )? [^0-9\n]{0,30}" + Came,
        Options)]
    public static partial Regex PresentOfAll();

    /// <summary>Not the day or the hour at which they came.</summary>
    [GeneratedRegex(Came + @"(?! [^0-9]{0,30} ngay ) [^0-9]{0,40}" + PresentNumber + @"(?! \s? [0-9/:h] )", Options)]
    public static partial Regex Present();

    [GeneratedRegex(@"\b tong \s so [^0-9]{0,50}" + AllNumber, Options)]
    public static partial Regex All();

    [GeneratedRegex(
        @"\b tu (?: \s luc )? [\s:]{1,3}" + Clock1 + @"\s? (?: phut )? \s? (?: den (?: \s luc )? | [-–—] ) \s?" + Clock2, Options)]
    public static partial Regex FromTo();

    [GeneratedRegex(@"\b (?: bat \s dau | khai \s mac | thoi \s gian ) [^0-9]{0,40}" + Clock1, Options)]
    public static partial Regex Start();

    [GeneratedRegex(@"\b (?: ket \s thuc | be \s mac ) [^0-9]{0,40}" + Clock2, Options)]
    public static partial Regex End();
}
