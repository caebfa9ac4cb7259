using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class MeetingChoiceTests
{
    [Fact]
    public void What_was_said_counts_whatever_is_owed() => Assert.Equal(
        new Meeting(ObligationKind.RegularMinutes, Period.Month(2026, 3)), Choose("tháng 3", "2026-11-24", Regular("2026-11", "2026-12-05")));

    [Fact]
    public void Otherwise_it_is_the_newest_open_one() => Assert.Equal(
        new Meeting(ObligationKind.RegularMinutes, Period.Month(2026, 11)),
        Choose("", "2026-11-24", Regular("2026-10", "2026-11-05"), Regular("2026-11", "2026-12-05")));

    [Fact]
    public void In_the_first_days_of_a_month_it_is_the_past_months_while_that_is_open_and_in_time() => Assert.Equal(
        new Meeting(ObligationKind.RegularMinutes, Period.Month(2026, 11)),
        Choose("", "2026-12-02", Regular("2026-11", "2026-12-05"), Regular("2026-12", "2027-01-05")));

    [Fact]
    public void Of_late_ones_it_is_the_newest() => Assert.Equal(
        new Meeting(ObligationKind.RegularMinutes, Period.Month(2026, 10)),
        Choose("", "2026-11-24", Regular("2026-09", "2026-10-05"), Regular("2026-10", "2026-11-05")));

    [Fact]
    public void A_theme_is_meant_only_when_it_is_said_or_nothing_else_is_owed()
    {
        var theme = Thematic("2026-Q4", "2027-01-10");
        var month = Regular("2026-12", "2027-01-05");

        Assert.Equal(month.Key.Period, Choose("", "2026-12-20", theme, month)!.Period);
        Assert.Equal(theme.Key.Period, Choose("chuyên đề", "2026-12-20", theme, month)!.Period);
        Assert.Equal(theme.Key.Period, Choose("", "2026-12-20", theme)!.Period);
    }

    [Fact]
    public void What_is_done_or_of_another_family_is_not_meant() => Assert.Null(Choose(
        "",
        "2026-11-24",
        Regular("2026-11", "2026-12-05") with { State = ObligationState.Accepted },
        Given.Obligation("cell-1")));

    private static Meeting? Choose(string words, string today, params Obligation[] owed) =>
        MeetingChoice.Of(PeriodWords.Of(words, Given.Day(today)), owed, Given.Day(today));

    private static Obligation Regular(string period, string dueOn) =>
        new(Given.Key("cell-1", "minutes.regular", period), Given.Day(dueOn), Given.Day("2026-09-01"));

    private static Obligation Thematic(string period, string dueOn) =>
        new(Given.Key("cell-1", "minutes.thematic", period), Given.Day(dueOn), Given.Day("2026-09-01"));
}
