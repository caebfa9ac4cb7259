using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class OpenPeriodsTests
{
    private readonly OwedPapers _papers = new("2026-11-15");

    [Fact]
    public async Task Cells_get_the_months_and_the_quarters_minutes_and_a_second_run_reads_no_units()
    {
        _papers.Units.Put(Unit("dang-uy", Committee), Unit("cell-1", parent: "dang-uy"), Unit("cell-2", parent: "dang-uy"));

        Assert.Equal(new PeriodsOpened(4, 0, 2), await RunAsync());
        Assert.Equal(PeriodsOpened.Nothing, await RunAsync());
        Assert.Equal(1, _papers.Units.SubtreeReads);
        Assert.Equal(4, _papers.Obligations.All.Count);
        Assert.All(_papers.Obligations.All, o => Assert.Equal(On("2026-11-15"), o.ArmedOn));
    }

    [Fact]
    public async Task A_unit_imported_after_opening_gets_its_obligations_at_the_next_run()
    {
        _papers.Units.Put(Unit("cell-1"));
        await RunAsync();
        _papers.Units.Put(Unit("cell-2"));

        Assert.Equal(new PeriodsOpened(2, 2, 2), await RunAsync());
    }

    [Fact]
    public async Task A_unit_that_begins_later_owes_from_its_first_day_though_nothing_was_imported_since()
    {
        _papers.Units.Put(Unit("cell-1"), Unit("cell-2", from: "2026-11-18"), Unit("cell-3", from: "2026-11-20"));

        Assert.Equal(2, (await RunAsync()).Opened);
        _papers.Clock.Today = On("2026-11-18");
        Assert.Equal(2, (await RunAsync()).Opened);
        _papers.Clock.Today = On("2026-11-20");
        Assert.Equal(2, (await RunAsync()).Opened);
    }

    [Fact]
    public async Task Closed_units_and_units_founded_after_the_due_day_owe_nothing()
    {
        _papers.Clock.Today = On("2026-12-20");
        _papers.Units.Put(Unit("cell-1", to: "2026-12-31"), Unit("cell-2", from: "2026-12-06"));

        await RunAsync();

        Assert.Equal(
            ["2026-12", "2026-Q4"],
            _papers.Obligations.All.Select(o => o.Key.Period.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_cut_run_leaves_no_mark_and_the_next_does_the_rest()
    {
        _papers.Units.Put([.. Enumerable.Range(1, 600).Select(i => Unit($"cell-{i}"))]);
        using var deadline = new CancellationTokenSource();
        _papers.Obligations.BeforeOpen = call =>
        {
            if (call == 2)
            {
                deadline.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(cancellationToken: deadline.Token));

        Assert.Equal((500, 0), (_papers.Obligations.All.Count, _papers.Marks.Count));
        Assert.Equal(new PeriodsOpened(700, 500, 2), await RunAsync());
    }

    [Fact]
    public async Task Interrupted_moves_of_units_are_finished_first()
    {
        await RunAsync();

        Assert.Equal(1, _papers.Units.FinishedMoves);
    }

    [Fact]
    public async Task A_changed_due_day_makes_the_step_be_looked_at_again()
    {
        _papers.Units.Put(Unit("cell-1"));
        await RunAsync();

        Assert.Equal(new PeriodsOpened(0, 1, 1), await RunAsync(regularDueDay: 8));
    }

    private Task<PeriodsOpened> RunAsync(int regularDueDay = 5, CancellationToken cancellationToken = default)
    {
        var minutes = new MinutesSchedule(new() { FirstPeriod = "2026-11", RegularDueDay = regularDueDay }, Kinds);
        return new OpenPeriods([minutes], _papers.OpenSteps, _papers.Marks, _papers.Units)
            .RunAsync(_papers.Calendar, cancellationToken);
    }
}
