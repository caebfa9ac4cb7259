using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Organizations;

public sealed class PartyCalendarTests
{
    [Theory]
    [InlineData("2026-11-23", true)] // a Monday
    [InlineData("2026-11-21", true)] // a Saturday: letters may leave
    [InlineData("2026-11-22", false)] // a Sunday
    [InlineData("2026-01-01", false)] // New Year's Day
    [InlineData("2026-02-17", false)] // the first day of Tết Bính Ngọ
    [InlineData("2026-02-23", true)] // the Monday after Tết
    [InlineData("2026-04-27", false)] // a Monday, in lieu of Hùng Kings' Day on a Sunday
    [InlineData("2026-04-30", false)] // Victory Day
    [InlineData("2026-05-01", false)] // Labor Day
    [InlineData("2026-08-22", true)] // a Saturday that makes up for 31 August
    [InlineData("2026-08-31", false)] // a Monday, off by exchange
    [InlineData("2026-09-02", false)] // National Day
    [InlineData("2026-09-03", true)] // the day after National Day
    public void A_working_day_is_no_sunday_and_no_day_off(string day, bool works) =>
        Assert.Equal(works, At("2026-01-01T00:00:00Z").IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "2026-11-23")] // a Monday is its own
    [InlineData("2026-11-22", "2026-11-21", "2026-11-23")] // a Sunday between Saturday and Monday
    [InlineData("2026-02-17", "2026-02-13", "2026-02-23")] // Tết, from Saturday to the Sunday of the week after
    [InlineData("2026-01-02", "2025-12-31", "2026-01-05")] // the exchange day after New Year's Day, and its weekend
    public void The_nearest_working_days_lie_around_days_off(string day, string last, string next)
    {
        var calendar = At("2026-01-01T00:00:00Z");

        Assert.Equal(Day(last), calendar.LastWorkingDay(Day(day)));
        Assert.Equal(Day(next), calendar.NextWorkingDay(Day(day)));
    }

    [Theory]
    [InlineData("2026-11-23T16:59:59Z", "2026-11-23")] // 23:59:59 in Vietnam
    [InlineData("2026-11-23T17:00:00Z", "2026-11-24")] // midnight in Vietnam
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")] // the new year begins
    [InlineData("2026-06-30T17:00:00Z", "2026-07-01")] // no summer time
    public void The_day_is_that_of_vietnam(string instant, string day) => Assert.Equal(Day(day), At(instant).Today);

    [Theory]
    [InlineData("2026-11-23T00:29:59Z", false)] // Monday 07:29:59
    [InlineData("2026-11-23T00:30:00Z", true)] // Monday 07:30, inclusive
    [InlineData("2026-11-23T12:59:59Z", true)] // Monday 19:59:59
    [InlineData("2026-11-23T13:00:00Z", false)] // Monday 20:00, exclusive
    [InlineData("2026-11-22T03:00:00Z", false)] // Sunday 10:00
    [InlineData("2026-09-02T03:00:00Z", false)] // National Day 10:00
    [InlineData("2026-11-22T23:00:00Z", false)] // Monday 06:00, still Sunday in UTC
    public void Letters_leave_in_sending_hours_of_working_days(string instant, bool sends) =>
        Assert.Equal(sends, At(instant).IsSendingTime);

    [Theory]
    [InlineData("07:30-20:00", true)]
    [InlineData("00:00-23:59", true)]
    [InlineData(" 08:00 - 17:30 ", true)]
    [InlineData("20:00-07:30", false)] // ends before it begins
    [InlineData("08:00-08:00", false)] // empty
    [InlineData("8:00-17:00", false)]
    [InlineData("08:00-24:00", false)]
    [InlineData("08:00", false)]
    [InlineData("", false)]
    public void Sending_hours_are_two_times_of_day(string text, bool valid) =>
        Assert.Equal(valid, SendingHours.TryParse(text, out _));

    [Fact]
    public void The_default_of_the_setting_is_the_default_of_the_calendar() =>
        Assert.Equal(SendingHours.Default, new CalendarOptions().Hours);

    [Theory]
    [InlineData("""{"days":[]}""")]
    [InlineData("""{}""")]
    [InlineData("""{"days":[{"date":"2026-01-01"},{"date":"2026-01-01"}]}""")]
    public void A_holiday_file_without_days_or_with_one_twice_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => HolidayFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))));

    private static PartyCalendar At(string instant)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seeds", "holidays.json"));
        return new(new Clock(instant), HolidayFile.Read(file), SendingHours.Default);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Clock(string instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
    }
}
