using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>What a subject or a file's name says of the meeting: its kind, its month or quarter, or nothing.</summary>
/// <param name="Kind">Null when it is not said.</param>
/// <param name="Month">The first day of the month; of a quarter, of its first month. Null when none is said.</param>
/// <param name="IsQuarter">Whether a quarter was said, not a month.</param>
public sealed record PeriodWords(ObligationKind? Kind, DateOnly? Month, bool IsQuarter)
{
    /// <summary>Reads, with or without accents: <c>tháng 11/2026</c>, <c>thang 11</c>, <c>11-2026</c>, <c>T11</c>, <c>quý 4/2026</c>, <c>chuyên đề</c>.</summary>
    /// <param name="today">A month or quarter without a year is the latest that has begun by then.</param>
    public static PeriodWords Of(string text, DateOnly today)
    {
        var words = Fold(text);
        var quarter = PeriodPatterns.SaidQuarter().Match(words) is { Success: true } said ? said : PeriodPatterns.ShortQuarter().Match(words);
        var month = FirstMonth(words, afterQuarter: quarter.Success);
        var isQuarter = !month.Success && quarter.Success;
        var first = month.Success ? MonthOf(month, today) : quarter.Success ? QuarterOf(quarter, today) : null;
        return new(KindOf(words, isQuarter, first), first, isQuarter);
    }

    /// <summary>These words, and where they say nothing those of <paramref name="other"/>.</summary>
    public PeriodWords Or(PeriodWords other) => Month is null
        ? new(Kind ?? other.Kind, other.Month, other.IsQuarter)
        : this with { Kind = other.Kind == ObligationKind.ThematicMinutes ? other.Kind : Kind };

    /// <summary>The period of a meeting of this kind; a theme of a month belongs to the month's quarter. Null when none is said.</summary>
    public Period? PeriodFor(ObligationKind kind) => Month is not { } first ? null
        : kind == ObligationKind.ThematicMinutes ? Period.Quarter(first.Year, ((first.Month - 1) / 3) + 1)
        : IsQuarter ? null
        : Period.Month(first.Year, first.Month);

    // Said outright, a month wins over a quarter; a bare number or 'T11' does not.
    private static Match FirstMonth(string words, bool afterQuarter)
    {
        var said = PeriodPatterns.SaidMonth().Match(words);
        return said.Success || afterQuarter ? said
            : PeriodPatterns.MonthOfYear().Match(words) is { Success: true } numbers ? numbers
            : PeriodPatterns.YearAndMonth().Match(words) is { Success: true } turned ? turned
            : PeriodPatterns.ShortMonth().Match(words);
    }

    private static ObligationKind? KindOf(string words, bool isQuarter, DateOnly? first) =>
        isQuarter || PeriodPatterns.Thematic().IsMatch(words) ? ObligationKind.ThematicMinutes
        : first is not null || PeriodPatterns.Regular().IsMatch(words) ? ObligationKind.RegularMinutes
        : null;

    private static DateOnly? MonthOf(Match match, DateOnly today) =>
        First(match, int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture), today);

    private static DateOnly? QuarterOf(Match match, DateOnly today)
    {
        var number = match.Groups["quarter"].Value switch { "i" => 1, "ii" => 2, "iii" => 3, "iv" => 4, var digit => digit[0] - '0' };
        return First(match, (number * 3) - 2, today);
    }

    private static DateOnly First(Match match, int month, DateOnly today) => new(
        match.Groups["year"] is { Success: true, Value: var year } ? int.Parse(year, CultureInfo.InvariantCulture)
            : month <= today.Month ? today.Year : today.Year - 1,
        month,
        1);

    /// <summary>Small letters without accents; what stands between words in names of files becomes a space.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(rune.Value switch { 'đ' or 'Đ' => "d", '_' => " ", _ => Rune.ToLowerInvariant(rune).ToString() });
            }
        }

        return folded.ToString();
    }
}

/// <summary>How people write months and quarters, over folded text.</summary>
internal static partial class PeriodPatterns
{
    private const string MonthNumber = @"(?<month>1[0-2]|0?[1-9])(?!\d)";
    private const string YearNumber = @"(?<year>20\d\d)(?!\d)";
    private const string MaybeYear = @"(?:\s*(?:nam|[/.,-])?\s*" + YearNumber + ")?";

    [GeneratedRegex(@"\bthang\s*[.:-]?\s*" + MonthNumber + MaybeYear)]
    public static partial Regex SaidMonth();

    [GeneratedRegex(@"(?<![a-z0-9])t\s?[.-]?\s?" + MonthNumber + MaybeYear)]
    public static partial Regex ShortMonth();

    [GeneratedRegex(@"(?<!\d)" + MonthNumber + @"\s*[/.-]\s*" + YearNumber)]
    public static partial Regex MonthOfYear();

    /// <summary>Not a whole day, which cameras put into the names of photos.</summary>
    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)\s*[/.-]\s*" + MonthNumber + @"(?![/.-]\d)")]
    public static partial Regex YearAndMonth();

    /// <summary>Not a fund (<i>quỹ</i>) of an amount.</summary>
    [GeneratedRegex(@"\bquy\s*[.:-]?\s*(?<quarter>[1-4]|iv|i{1,3})(?![a-z0-9]|[.,]\d{3}(?!\d))" + MaybeYear)]
    public static partial Regex SaidQuarter();

    /// <summary>With its year only: <c>Q3</c> alone is a district of a city.</summary>
    [GeneratedRegex(@"(?<![a-z0-9])q\s?(?<quarter>[1-4])\s*(?:nam|[/.,-])?\s*" + YearNumber)]
    public static partial Regex ShortQuarter();

    /// <summary>Not <i>chuyển đến</i>, sent on to.</summary>
    [GeneratedRegex(@"\bchuyen[\s.-]*de(?![a-z])")]
    public static partial Regex Thematic();

    [GeneratedRegex(@"\bthuong[\s.-]*ky(?![a-z])")]
    public static partial Regex Regular();
}
