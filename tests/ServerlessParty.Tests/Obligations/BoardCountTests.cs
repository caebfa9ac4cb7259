using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class BoardCountTests
{
    [Theory]
    [InlineData("2026-11-23", 0, 0, 1, 0)] // the day after the due day is late
    [InlineData("2026-11-24", 0, 1, 0, 1)] // today is still on time
    [InlineData("2026-12-01", 0, 1, 0, 1)] // seven days ahead
    [InlineData("2026-12-02", 0, 1, 0, 0)]
    public void What_is_not_handed_in_counts_by_its_due_day(string dueOn, int done, int open, int late, int soon)
    {
        foreach (var state in new[] { ObligationState.Open, ObligationState.Returned })
        {
            Assert.Equal(new BoardCount(done, open, late, soon), Count(dueOn, state));
        }
    }

    [Theory]
    [InlineData(ObligationState.Submitted)]
    [InlineData(ObligationState.Accepted)]
    [InlineData(ObligationState.Waived)]
    public void What_nobody_waits_for_is_done_however_late(ObligationState state) =>
        Assert.Equal(new BoardCount(1, 0, 0, 0), Count("2026-01-01", state));

    [Fact]
    public void What_was_withdrawn_counts_nowhere() =>
        Assert.Equal(0, Count("2026-01-01", ObligationState.Withdrawn).Owed);

    private static BoardCount Count(string dueOn, ObligationState state) => BoardCount.Of(
        BoardProvince.Owes("cell-1", "minutes.regular", "2026-10", dueOn, state).ToDue(), BoardProvince.Today);
}
