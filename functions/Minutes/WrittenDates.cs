using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessParty.Minutes;

/// <summary>Finds days and months in running text that <see cref="Organizations.Spelling.Plain"/> made plain.</summary>
public static partial class WrittenDates
{
    /// <summary>In their order: <c>05/11/2026</c>, <c>5-11-2026</c>, <c>5.11.2026</c>, <c>ngay 05 thang 11 nam 2026</c>.</summary>
    public static IEnumerable<DateOnly> DaysIn(string plain) => DayPattern().Matches(plain)
        .Select(Day)
        .OfType<DateOnly>();

    /// <summary>The first day of each month named: <c>thang 11/2026</c>, <c>11/2026</c>, <c>thang 11 nam 2026</c>.</summary>
    public static IEnumerable<DateOnly> MonthsIn(string plain) => MonthPattern().Matches(plain)
        .Select(Month)
        .OfType<DateOnly>();

    /// <summary>The text with each day and each month outside a day replaced.</summary>
    public static string Replace(string plain, Func<DateOnly, string> day, Func<DateOnly, string> month)
    {
        var withoutDays = DayPattern().Replace(plain, match => Day(match) is { } found ? day(found) : match.Value);
        return MonthPattern().Replace(withoutDays, match => Month(match) is { } found ? month(found) : match.Value);
    }

    private static DateOnly? Day(Match match) => Of(match, match.Groups["day"].Value);

    private static DateOnly? Month(Match match) => Of(match, "1");

    private static DateOnly? Of(Match match, string day) => DateOnly.TryParseExact(
        $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{day}",
        "yyyy-M-d",
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out var date) ? date : null;

    [GeneratedRegex(
        """
        (?<![0-9/]) (?<day>[0-9]{1,2})
        (?: \s{0,2} (?<mark>[/.-]) \s{0,2} (?<month>[0-9]{1,2}) \s{0,2} \k<mark> \s{0,2}
          | \s{1,9} thang \s{1,9} (?<month>[0-9]{1,2}) [\s,]{1,9} nam \s{1,9})
        (?<year>[12][0-9]{3}) (?![0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    /// <summary>A quarter is written like a month, with its word before it.</summary>
    [GeneratedRegex(
        """
        (?<! [0-9] | quy\s{1,3}) (?<month>[0-9]{1,2})
        (?: \s{0,2} [/-] \s{0,2} | \s{1,9} nam \s{1,9})
        (?<year>[12][0-9]{3}) (?![0-9])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();
}
