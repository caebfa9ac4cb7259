using System.Globalization;

namespace ServerlessParty.Web;

/// <summary>How days, numbers and lateness are written for people, the same in both languages where Vietnam has one way.</summary>
public static class Format
{
    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary><c>04/12/2026</c></summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>04/12/2026 09:05</c>, as clocks in <paramref name="zone"/> show it.</summary>
    public static string Moment(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary><c>3.795</c></summary>
    public static string Number(long number) => number.ToString("#,0", Vietnam);

    /// <summary>How many of how many, rounded down, so that only all is 100%; of nothing, all.</summary>
    public static string Percent(long part, long whole) =>
        (whole == 0 ? 100 : part * 100 / whole).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>'quá hạn 3 ngày', 'hết hạn hôm nay', 'còn 3 ngày'.</summary>
    /// <param name="dueOn">The last day on time, inclusive.</param>
    public static string Lateness(DateOnly dueOn, DateOnly today) => (today.DayNumber - dueOn.DayNumber) switch
    {
        0 => WebTexts.Get("DueToday"),
        1 => WebTexts.Get("LateOneDay"),
        > 1 and var late => WebTexts.Format("LateDays", Number(late)),
        -1 => WebTexts.Get("OneDayLeft"),
        var left => WebTexts.Format("DaysLeft", Number(-left)),
    };
}
