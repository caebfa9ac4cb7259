using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Pages;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Pages;

public sealed class TwelveMonthsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void The_month_of_today_comes_first_and_eleven_before_it_follow()
    {
        var year = TwelveMonths.Of(Given.Id("cell-1"), [], [], Today);

        Assert.Equal(12, year.Months.Count);
        Assert.Equal(["2026-11", "2025-12"], new[] { year.Months[0], year.Months[^1] }.Select(m => m.Key.Period.Value));
        Assert.Equal(
            ["2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"], year.Quarters.Select(q => q.Key.Period.Value));
        Assert.All(year.Months.Concat(year.Quarters), line => Assert.Equal(Regularity.NotOwed, line.Standing));
    }

    [Theory]
    [InlineData(ObligationState.Open, "2026-11-24", Regularity.Awaited)] // the due day still counts
    [InlineData(ObligationState.Open, "2026-11-23", Regularity.Missing)]
    [InlineData(ObligationState.Returned, "2026-11-05", Regularity.Returned)]
    [InlineData(ObligationState.Waived, "2026-11-05", Regularity.NotOwed)]
    [InlineData(ObligationState.Withdrawn, "2026-11-05", Regularity.NotOwed)]
    public void What_did_not_come_stands_as_it_is_owed(ObligationState state, string dueOn, Regularity standing) =>
        Assert.Equal(standing, October(Owed(state, dueOn)).Standing);

    [Theory]
    [InlineData("2026-11-05", Regularity.OnTime)]
    [InlineData("2026-11-06", Regularity.Late)]
    public void A_paper_over_the_counter_counts_by_the_day_it_came(string receivedOn, Regularity standing) =>
        Assert.Equal(
            standing, October(Owed(ObligationState.Submitted, "2026-11-05") with { ReceivedOn = Given.Day(receivedOn) }).Standing);

    [Fact]
    public void Minutes_that_were_on_time_stay_so_when_more_was_asked_for_and_came_late()
    {
        var line = October(
            Owed(ObligationState.Accepted, "2026-11-05") with { ReceivedOn = Given.Day("2026-11-20") },
            HandedIn(1, "2026-11-05T16:59:00Z"), // 23:59 in Vietnam
            HandedIn(2, "2026-11-20T02:00:00Z"));

        Assert.Equal(Regularity.OnTime, line.Standing);
        Assert.Equal(Given.Day("2026-11-05"), line.ReceivedOn);
        Assert.Equal(2, line.Newest!.Id.Version);
    }

    private static RegularityLine October(Obligation owed, params MeetingMinutes[] minutes) =>
        TwelveMonths.Of(Given.Id("cell-1"), [owed], minutes, Today).Months[1];

    private static Obligation Owed(ObligationState state, string dueOn) => new(
        Given.Key("cell-1", "minutes.regular", "2026-10"), Given.Day(dueOn), Given.Day("2026-10-01"), state);

    private static MeetingMinutes HandedIn(int version, string at) => new(
        new(Given.Key("cell-1", "minutes.regular", "2026-10"), version), null, new('0', 64), 1, DocumentType.Pdf, "a.pdf",
        MinutesState.Received, StoppedClock.At(at).GetUtcNow(), "unit:cell-1", MinutesChannel.Web);
}
