using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class KeepHouseTests
{
    private readonly OwedPapers _papers = new();
    private readonly ShortTrail _trail = new();
    private readonly InMemoryAnchors _anchors = new();
    private readonly CountedWork _work = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(70, 10)]
    public async Task Every_unit_has_its_turn_within_seven_days(int units, int slice)
    {
        _papers.Units.Put([.. Enumerable.Range(1, units).Select(i => Unit($"cell-{i}"))]);

        await RunAsync();

        Assert.Equal([slice], _papers.Obligations.Slices);
        Assert.True(slice * KeepHouse.DaysPerRound >= units);
    }

    [Fact]
    public async Task An_empty_store_has_nothing_to_compare()
    {
        Assert.Equal(new HouseKept(0, 0, 0, 0, 0), await RunAsync());
        Assert.Empty(_papers.Obligations.Slices);
    }

    [Fact]
    public async Task The_day_gets_one_anchor_however_often_it_runs()
    {
        await RunAsync();
        await RunAsync();

        Assert.Equal([_papers.Calendar.Today], await _anchors.DaysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_trail_that_was_rewritten_since_the_last_anchor_is_counted_before_the_day_is_anchored()
    {
        var yesterday = _papers.Calendar.Today.AddDays(-1);
        await _anchors.TryAddAsync(
            new(yesterday, AuditAnchor.Beginning, new Dictionary<string, AuditHead> { [ShortTrail.Dossier] = new(2, "another") }), default);

        Assert.Equal(1, (await RunAsync()).BrokenTrails);
        Assert.Equal(2, (await _anchors.DaysAsync(default)).Count);
    }

    [Fact]
    public async Task What_other_folders_want_done_is_done_in_an_empty_store_too()
    {
        await RunAsync();

        Assert.Equal(1, _work.Runs);
    }

    private Task<HouseKept> RunAsync() =>
        new KeepHouse(_papers.Obligations, _papers.Units, Watch(), new(_anchors), [_work])
            .RunAsync(_papers.Calendar, CancellationToken.None);

    private WatchTrails Watch() => new(
        _trail, _anchors, new(_trail, _anchors), new InMemoryTrailWatch(), _papers.Clock, NullLogger<WatchTrails>.Instance);

    private sealed class CountedWork : IHousework
    {
        public int Runs { get; private set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Runs++;
            return Task.CompletedTask;
        }
    }
}
