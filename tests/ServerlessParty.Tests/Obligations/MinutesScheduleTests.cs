using ServerlessParty.Obligations;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class MinutesScheduleTests
{
    [Theory]
    [InlineData("2026-10-31", "minutes.thematic 2026-Q4 2027-01-10")] // the first quarter holds the first month
    [InlineData("2026-11-01", "minutes.regular 2026-11 2026-12-05; minutes.thematic 2026-Q4 2027-01-10")]
    [InlineData("2026-12-01", "minutes.regular 2026-12 2027-01-05; minutes.regular 2026-11 2026-12-05; minutes.thematic 2026-Q4 2027-01-10")]
    [InlineData("2027-01-05", "minutes.regular 2027-01 2027-02-05; minutes.regular 2026-12 2027-01-05; minutes.regular 2026-11 2026-12-05; minutes.thematic 2027-Q1 2027-04-10; minutes.thematic 2026-Q4 2027-01-10")]
    [InlineData("2027-01-06", "minutes.regular 2027-01 2027-02-05; minutes.regular 2026-12 2027-01-05; minutes.thematic 2027-Q1 2027-04-10; minutes.thematic 2026-Q4 2027-01-10")]
    [InlineData("2026-09-30", "")] // before the first quarter
    public async Task A_period_opens_on_its_first_day_and_takes_in_units_until_31_days_after_its_due_day(
        string today, string expected) =>
        Assert.Equal(expected, await OpenOnAsync(today, new() { FirstPeriod = "2026-11" }));

    [Fact]
    public async Task Due_days_are_settings() =>
        Assert.Equal(
            "minutes.regular 2026-11 2026-12-28; minutes.thematic 2026-Q4 2027-01-01",
            await OpenOnAsync(
                "2026-11-15", new() { FirstPeriod = "2026-11", RegularDueDay = 28, ThematicDueDay = 1 }));

    [Fact]
    public async Task Nothing_is_owed_until_a_first_period_is_set() =>
        Assert.Equal("", await OpenOnAsync("2026-11-15", new()));

    [Fact]
    public async Task Every_kind_of_cell_owes_and_no_other()
    {
        var steps = await new MinutesSchedule(new() { FirstPeriod = "2026-11" }, Kinds)
            .OpenStepsAsync(On("2026-11-15"), CancellationToken.None);

        Assert.All(steps, s => Assert.Equal([Cell], s.UnitKinds));
        Assert.Equal(2, steps.Count);
    }

    [Theory]
    [InlineData("2026-11", 5, 10, null)]
    [InlineData(null, 1, 28, null)]
    [InlineData("2026-13", 5, 10, "Minutes:FirstPeriod")]
    [InlineData("2026-Q4", 5, 10, "Minutes:FirstPeriod")]
    [InlineData("1999-12", 5, 10, "Minutes:FirstPeriod")]
    [InlineData("2026-11", 0, 10, "Minutes:RegularDueDay")]
    [InlineData("2026-11", 5, 29, "Minutes:ThematicDueDay")]
    public void A_wrong_setting_is_named(string? first, int regular, int thematic, string? named)
    {
        var flaw = new MinutesOptions { FirstPeriod = first, RegularDueDay = regular, ThematicDueDay = thematic }.Flaw();

        Assert.Equal(named, flaw?.Split(' ')[0]);
    }

    private static async Task<string> OpenOnAsync(string today, MinutesOptions options)
    {
        var steps = await new MinutesSchedule(options, Kinds).OpenStepsAsync(On(today), CancellationToken.None);
        return string.Join("; ", steps.Select(s => $"{s.Kind} {s.Period} {s.DueOn:yyyy-MM-dd}"));
    }
}
