using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class SendingDayTests
{
    /// <summary>Tết 2026 as published: from Saturday 14/02 to Sunday 22/02.</summary>
    private static readonly HashSet<DateOnly> DaysOff =
        [.. Enumerable.Range(0, 9).Select(new DateOnly(2026, 2, 14).AddDays), new DateOnly(2026, 11, 24)];

    private static readonly PartyCalendar Calendar = new(TimeProvider.System, DaysOff, SendingHours.Default);

    [Theory]
    [InlineData("2026-12-04", -7, "2026-11-27")] // a plain working day
    [InlineData("2026-12-04", 0, "2026-12-04")]
    [InlineData("2026-12-05", 0, "2026-12-05")] // Saturdays are worked
    [InlineData("2026-12-06", -7, "2026-11-30")] // a Sunday moves on to Monday
    [InlineData("2026-12-01", -7, "2026-11-25")] // 24/11 is a day off
    [InlineData("2026-12-06", 0, "2026-12-05")] // due on a Sunday: Monday would be past it
    [InlineData("2026-12-07", -1, "2026-12-07")] // the day before is a Sunday: the due day itself is not past
    [InlineData("2026-12-05", 1, "2026-12-07")] // after the due day a Sunday only moves on
    [InlineData("2026-02-16", -1, "2026-02-13")] // due within Tết: the last working day before it
    [InlineData("2026-02-16", 0, "2026-02-13")]
    [InlineData("2026-02-16", 1, "2026-02-23")] // and the first after it
    [InlineData("2026-02-16", 3, "2026-02-23")]
    [InlineData("2026-02-23", -3, "2026-02-23")] // from within Tết on to the due day
    [InlineData("2026-02-24", -7, "2026-02-23")]
    public void A_step_is_sent_on_a_working_day_and_a_warning_never_after_the_due_day(string dueOn, int offset, string day) =>
        Assert.Equal(ReminderScene.Day(day), SendingDay.Of(ReminderScene.Day(dueOn), offset, Calendar));

    [Fact]
    public void Later_steps_never_go_before_earlier_ones()
    {
        for (var due = new DateOnly(2026, 1, 25); due < new DateOnly(2026, 3, 25); due = due.AddDays(1))
        {
            var days = Enumerable.Range(-20, 41).Select(offset => SendingDay.Of(due, offset, Calendar)).ToList();

            Assert.Equal(days.Order(), days);
        }
    }

    [Fact]
    public void The_due_days_read_for_a_window_hold_every_step_that_is_sent_in_it()
    {
        var rules = new ReminderRules([new("rating", ReminderAudience.Secretary, [-14, 15])]);
        for (var day = new DateOnly(2026, 2, 1); day < new DateOnly(2026, 3, 5); day = day.AddDays(1))
        {
            var (first, last) = new ReminderWindow(day, day, day).DueDays(rules, Calendar);
            for (var due = first.AddDays(-15); due <= last.AddDays(15); due = due.AddDays(1))
            {
                var isSent = Enumerable.Range(-14, 30).Any(o => SendingDay.Of(due, o, Calendar) == day);
                Assert.True(!isSent || (due >= first && due <= last), $"due {due}, window {day}");
            }
        }
    }
}
