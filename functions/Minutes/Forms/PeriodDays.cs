using System.Globalization;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>The days of a period, both inclusive.</summary>
internal readonly record struct PeriodDays(DateOnly First, DateOnly Last)
{
    /// <summary>Of a month or a quarter; null for a period of another form.</summary>
    public static PeriodDays? Of(Period period) => period.Value switch
    {
        [.., '-', 'Q', >= '1' and <= '4' and var quarter] => From($"{period.Value[..^2]}{((quarter - '1') * 3) + 1:D2}", months: 3),
        var month => From(month, months: 1),
    };

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    private static PeriodDays? From(string month, int months) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year < 9999
            ? new(first, first.AddMonths(months).AddDays(-1))
            : null;
}
