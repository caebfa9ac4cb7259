using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>The days of a period, both inclusive.</summary>
internal readonly record struct PeriodDays(DateOnly First, DateOnly Last)
{
    /// <summary>Of a month or a quarter; null for a period of another form.</summary>
    public static PeriodDays? Of(Period period) => period.Value switch
    {
        [.., '-', 'Q', >= '1' and <= '4' and var quarter] text when Start(text[..4], (quarter - '1') * 3 + 1) is { } first => Months(first, 3),
        { Length: 7 } text when int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && Start(text[..4], month) is { } first => Months(first, 1),
        _ => null,
    };

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    private static DateOnly? Start(string year, int month) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9998 && month is >= 1 and <= 12
            ? new DateOnly(number, month, 1)
            : null;

    private static PeriodDays Months(DateOnly first, int months) => new(first, first.AddMonths(months).AddDays(-1));
}
