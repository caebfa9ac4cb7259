using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class MinutesPeriodTests
{
    [Theory]
    [InlineData("minutes.regular", "2026-11", "2026-11-01", "2026-12-01")]
    [InlineData("minutes.regular", "2026-12", "2026-12-01", "2027-01-01")] // over the end of the year
    [InlineData("minutes.thematic", "2026-Q1", "2026-01-01", "2026-04-01")]
    [InlineData("minutes.thematic", "2026-Q4", "2026-10-01", "2027-01-01")]
    public void A_period_has_a_first_day_and_an_end(string kind, string period, string first, string end)
    {
        var found = MinutesPeriod.Of(ObligationKind.Parse(kind), Period.Parse(period));

        Assert.Equal((Given.Day(first), Given.Day(end)), (found!.First, found.End));
    }

    [Theory]
    [InlineData("minutes.regular", "2026-Q4")] // a quarter is no month
    [InlineData("minutes.thematic", "2026-11")]
    [InlineData("minutes.regular", "2026-13")]
    [InlineData("minutes.regular", "2026-00")]
    [InlineData("minutes.regular", "2026-1")]
    [InlineData("minutes.thematic", "2026-Q5")]
    [InlineData("minutes.thematic", "2026-Q0")]
    [InlineData("minutes.thematic", "2026-q4")] // one spelling only, since it is a key
    [InlineData("minutes.regular", "1999-12")]
    [InlineData("minutes.regular", "2101-01")]
    [InlineData("minutes.regular", "2026")]
    [InlineData("rating.organization", "2026-11")]
    public void Anything_else_is_none(string kind, string period) =>
        Assert.Null(MinutesPeriod.Of(ObligationKind.Parse(kind), Period.Parse(period)));

    [Theory]
    [InlineData("minutes.regular", "2026-11", "2026-12-05")]
    [InlineData("minutes.thematic", "2026-Q4", "2027-01-10")]
    public void Minutes_are_due_on_a_day_of_the_month_after(string kind, string period, string dueOn) =>
        Assert.Equal(
            Given.Day(dueOn),
            MinutesPeriod.Of(ObligationKind.Parse(kind), Period.Parse(period))!.DueOn(new MinutesOptions()));
}
