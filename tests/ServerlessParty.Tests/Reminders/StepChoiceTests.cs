using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class StepChoiceTests
{
    private static readonly int[] Offsets = [-14, -7, -3, -1, 0, 1, 3, 6, 9, 12, 15];

    /// <summary>Sundays only, so that the tables can be checked by head; 2026-12-06 is one.</summary>
    private static readonly PartyCalendar Calendar = new(TimeProvider.System, new HashSet<DateOnly>(), SendingHours.Default);

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", -14, "")] // the step of the day alone
    [InlineData("2026-11-21", "2026-11-21", null, "")] // a day without a step
    [InlineData("2026-11-21", "2026-12-01", -3, "-7")] // ten days of outage: the latest only
    [InlineData("2026-11-20", "2026-12-20", 15, "-14,-7,-3,-1,0,1,3,6,9,12")]
    [InlineData("2026-12-07", "2026-12-07", 3, "")]
    public void Of_the_steps_that_have_come_the_latest_is_sent(string from, string today, int? offset, string earlier)
    {
        var choice = Choose(Item("2026-12-04", "2026-11-01"), from, today);

        Assert.Equal(offset, choice?.Offset);
        Assert.Equal(earlier, string.Join(',', choice?.Earlier ?? []));
    }

    [Fact]
    public void Two_steps_on_one_sending_day_become_the_later()
    {
        var choice = Choose(Item("2026-12-06", "2026-11-01"), "2026-12-05", "2026-12-05");

        Assert.Equal((0, "-1"), (choice!.Offset, string.Join(',', choice.Earlier)));
    }

    [Fact]
    public void A_step_whose_day_lies_before_the_due_day_began_to_count_is_not_missed()
    {
        Assert.Null(Choose(Item("2026-12-04", "2026-11-28"), "2026-11-01", "2026-11-30"));
        Assert.Equal(-3, Choose(Item("2026-12-04", "2026-11-28"), "2026-11-01", "2026-12-01")!.Offset);
        Assert.Empty(Choose(Item("2026-12-04", "2026-11-28"), "2026-11-01", "2026-12-01")!.Earlier);
    }

    [Theory]
    [InlineData(ObligationState.Open, true)]
    [InlineData(ObligationState.Returned, true)]
    [InlineData(ObligationState.Submitted, false)]
    [InlineData(ObligationState.Accepted, false)]
    [InlineData(ObligationState.Waived, false)]
    [InlineData(ObligationState.Withdrawn, false)]
    public void Only_what_is_open_or_returned_is_reminded(ObligationState state, bool isReminded)
    {
        var choice = Choose(Item("2026-12-04", "2026-11-01") with { State = state }, "2026-12-04", "2026-12-04");

        Assert.Equal(isReminded, choice is not null);
    }

    private static StepChoice? Choose(DueItem item, string from, string today) => StepChoice.Of(
        item, ReminderAudience.Secretary, Offsets, ReminderScene.Day(from), ReminderScene.Day(today), Calendar);

    private static DueItem Item(string dueOn, string armedOn) => new(
        new(OrganizationId.Parse("a"), ObligationKind.OrganizationRating, Period.Year(2026)),
        ReminderScene.Day(dueOn), ReminderScene.Day(armedOn), ObligationState.Open);
}
