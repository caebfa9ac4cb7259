using System.Globalization;
using System.Text.Json;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Seeds;

public sealed class HolidaysTests
{
    private static readonly Calendar Shipped = JsonSerializer.Deserialize<Calendar>(
        File.ReadAllText(Repository.Path("seeds", "holidays.json")), JsonSerializerOptions.Web)!;

    [Theory]
    [InlineData("2025-01-29", "Mùng 1 Tết Ất Tỵ")]
    [InlineData("2025-04-07", "Giỗ Tổ Hùng Vương")]
    [InlineData("2026-02-17", "Mùng 1 Tết Bính Ngọ")]
    [InlineData("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương")] // the day itself is a Sunday
    [InlineData("2027-02-06", "Mùng 1 Tết Đinh Mùi")]
    [InlineData("2027-05-03", "Nghỉ bù Ngày Quốc tế lao động")] // 1 May is a Saturday
    public void A_known_day_off_is_listed(string date, string name) => Assert.Equal(name, NameOf(date));

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void Every_year_has_the_days_that_the_law_fixes(int year)
    {
        var fixedDays = new[] { (1, 1), (4, 30), (5, 1), (9, 2) }.Select(day => new DateOnly(year, day.Item1, day.Item2));

        Assert.Subset(Shipped.Days.Select(day => day.Date).ToHashSet(), fixedDays.ToHashSet());
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public void Tet_is_one_run_of_days_with_at_least_five_off_between_weekends(int year)
    {
        var tet = Shipped.Days.Where(day => day.Date.Year == year && day.En.Contains("Tết", StringComparison.Ordinal))
            .Select(day => day.Date).ToArray();

        Assert.Equal(tet[^1].DayNumber - tet[0].DayNumber + 1, tet.Length);
        Assert.True(tet.Count(day => !IsWeekend(day)) >= 5);
    }

    [Theory]
    [InlineData("2026-02-16")]
    [InlineData("2026-09-01")]
    public void The_eve_of_tet_and_a_second_day_for_national_day_are_off(string date) => Assert.NotEmpty(NameOf(date));

    [Fact]
    public void A_holiday_alone_on_a_weekend_is_followed_by_a_day_off_in_its_place()
    {
        var days = Shipped.Days.Select(day => day.Date).ToHashSet();
        var weekend = days.Where(IsWeekend).ToArray();

        Assert.NotEmpty(weekend);
        Assert.All(weekend, day => Assert.True(days.Contains(NextWeekday(day)) || days.Contains(LastWeekday(day)), $"{day:O}"));
    }

    [Fact]
    public void Days_are_sorted_named_in_both_languages_and_listed_once()
    {
        Assert.Equal(Shipped.Days.Select(day => day.Date).Distinct().Order(), Shipped.Days.Select(day => day.Date));
        Assert.Equal(Shipped.WorkingDays.Select(day => day.Date).Distinct().Order(), Shipped.WorkingDays.Select(day => day.Date));
        Assert.All(Shipped.Days.Concat(Shipped.WorkingDays), day => Assert.False(day.Vi.Length == 0 || day.En.Length == 0));
        Assert.All(Shipped.Days, day => Assert.InRange(day.Date.Year, 2025, 2027));
    }

    [Fact]
    public void A_working_day_makes_up_on_a_saturday_for_one_day_taken_off_by_exchange()
    {
        Assert.All(Shipped.WorkingDays, day => Assert.Equal(DayOfWeek.Saturday, day.Date.DayOfWeek));
        Assert.Empty(Shipped.WorkingDays.Select(day => day.Date).Intersect(Shipped.Days.Select(day => day.Date)));
        Assert.Equal(
            Shipped.Days.Where(day => day.Vi == "Nghỉ hoán đổi").Select(day => $"Làm bù ngày {day.Date:dd'/'MM'/'yyyy}"),
            Shipped.WorkingDays.Select(day => day.Vi));
    }

    [Fact]
    public void The_source_says_what_was_announced_and_what_is_computed()
    {
        Assert.Contains("45/2019/QH14", Shipped.Source, StringComparison.Ordinal);
        Assert.Contains("announced", Shipped.Source, StringComparison.Ordinal);
        Assert.Contains("computed", Shipped.Source, StringComparison.Ordinal);
    }

    private static string NameOf(string date) =>
        Shipped.Days.Single(day => day.Date == DateOnly.Parse(date, CultureInfo.InvariantCulture)).Vi;

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly NextWeekday(DateOnly day) => IsWeekend(day) ? NextWeekday(day.AddDays(1)) : day;

    private static DateOnly LastWeekday(DateOnly day) => IsWeekend(day) ? LastWeekday(day.AddDays(-1)) : day;

    private sealed record Calendar(string Source, Day[] Days, Day[] WorkingDays);

    private sealed record Day(DateOnly Date, string Vi, string En);
}
