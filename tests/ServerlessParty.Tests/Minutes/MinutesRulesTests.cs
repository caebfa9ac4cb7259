using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

public sealed class MinutesRulesTests
{
    private static readonly DateOnly Today = Given.Day("2026-11-24");
    private static readonly ObligationKey Key = Given.Key("c1", "minutes.regular", "2026-11");

    [Theory]
    [InlineData("minutes.regular", "2026-11", "2026-11-24", null)]
    [InlineData("minutes.regular", "2026-11", null, null)]
    [InlineData("minutes.regular", "2026-11", "2026-10-30", null)] // held in the last days of the month before
    [InlineData("minutes.regular", "2026-10", "2026-11-03", null)] // or late
    [InlineData("minutes.regular", "2026-11", "2026-11-25", "minutes.meetingDate")] // not yet
    [InlineData("minutes.regular", "2026-11", "2026-09-30", "minutes.meetingDate")] // 32 days before the month
    [InlineData("minutes.regular", "2026-12", null, "minutes.period")] // has not begun
    [InlineData("minutes.thematic", "2026-Q4", null, null)]
    [InlineData("minutes.thematic", "2026-11", null, "minutes.period")]
    [InlineData("rating.organization", "2026", null, "minutes.kind")]
    public async Task Minutes_are_for_a_meeting_that_was(string kind, string period, string? day, string? flaw)
    {
        await using var file = await Papers.SpoolAsync("x");
        var handIn = new HandIn(
            Given.Id("c1"), ObligationKind.Parse(kind), Period.Parse(period), day is null ? null : Given.Day(day), file,
            "test", MinutesChannel.Web);

        Assert.Equal(flaw, MinutesRules.Flaw(handIn, Today));
    }

    [Fact]
    public void What_never_opened_begins_as_handed_in_with_the_day_it_would_have_been_due()
    {
        var after = Assert.IsType<ObligationOutcome.Changed>(Submit(null)).After;

        Assert.Equal(
            new Obligation(Key, Given.Day("2026-12-05"), Today, ObligationState.Submitted, Today), after);
    }

    [Theory]
    [InlineData(ObligationState.Open)]
    [InlineData(ObligationState.Returned)]
    public void What_is_owed_is_handed_in(ObligationState state) => Assert.Equal(
        ObligationState.Submitted, Assert.IsType<ObligationOutcome.Changed>(Submit(Owed(state))).After.State);

    [Fact]
    public void A_further_file_before_the_verdict_changes_no_obligation() =>
        Assert.IsType<ObligationOutcome.Unchanged>(Submit(Owed(ObligationState.Submitted)));

    [Theory]
    [InlineData(ObligationState.Accepted)]
    [InlineData(ObligationState.Waived)]
    [InlineData(ObligationState.Withdrawn)]
    public void What_is_done_with_takes_no_further_file(ObligationState state) =>
        Assert.IsType<ObligationOutcome.Refused>(Submit(Owed(state)));

    private static Obligation Owed(ObligationState state) => new(Key, Given.Day("2026-12-05"), Given.Day("2026-11-01"), state);

    private static ObligationOutcome Submit(Obligation? current) =>
        MinutesRules.Submit(current, Key, new MinutesOptions(), Today);
}
