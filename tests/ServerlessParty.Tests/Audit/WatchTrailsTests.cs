using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Audit;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Audit;

/// <summary>The trail here has three entries, whose hashes are their numbers.</summary>
public sealed class WatchTrailsTests
{
    private static readonly DateOnly Today = Given.Day("2026-11-24");

    private readonly ShortTrail _trail = new();
    private readonly InMemoryAnchors _anchors = new();
    private readonly InMemoryTrailWatch _memory = new();

    [Theory]
    [InlineData(3, "3", 0)] // unchanged since the anchor
    [InlineData(2, "2", 0)] // an entry was added since
    [InlineData(2, "x", 1)] // what the anchor saw is no longer on the trail
    [InlineData(3, "x", 1)]
    [InlineData(4, "4", 1)] // entries that the anchor saw are gone
    public async Task Every_trail_must_hold_what_the_last_anchor_names(int sequence, string hash, int broken)
    {
        await AnchorAsync(ShortTrail.Dossier, new(sequence, hash));

        Assert.All(await RoundAsync(), found => Assert.Equal(broken, found));
    }

    [Fact]
    public async Task Before_the_first_anchor_there_is_nothing_to_hold() =>
        Assert.All(await RoundAsync(), found => Assert.Equal(0, found));

    [Fact]
    public async Task A_dossier_that_vanished_is_counted()
    {
        await AnchorAsync("cell-2", new(1, "1"));

        Assert.All(await RoundAsync(), found => Assert.Equal(1, found));
    }

    [Fact]
    public async Task Rows_that_were_changed_beside_the_trail_are_found_within_a_round()
    {
        await AnchorAsync(ShortTrail.Dossier, new(3, "3"));
        _trail.Verdict = new(false, 3, 2);

        Assert.Equal([0, 0, 0, 0, 0, 0, 1], (await RoundAsync()).Order());
    }

    [Fact]
    public async Task What_is_broken_is_said_until_a_whole_round_found_nothing()
    {
        await AnchorAsync(ShortTrail.Dossier, new(3, "3"));
        _trail.Verdict = new(false, 3, 2);
        await RoundAsync();
        var found = _memory.Last;
        _trail.Verdict = new(true, 3, null);

        await RoundAsync();
        Assert.Equal((true, ShortTrail.Dossier), (found.IsBroken, found.Broken));
        await RoundAsync(2 * WatchTrails.DaysPerRound);
        Assert.Equal((false, true), (_memory.Last.IsBroken, _memory.Last.CheckedAt is not null));
    }

    private async Task AnchorAsync(string dossier, AuditHead head) =>
        await _anchors.TryAddAsync(new(Today.AddDays(-1), AuditAnchor.Beginning, new Dictionary<string, AuditHead> { [dossier] = head }), default);

    private async Task<List<int>> RoundAsync(int after = 0)
    {
        var watch = new WatchTrails(
            _trail, _anchors, new(_trail, _anchors), _memory, StoppedClock.At("2026-11-24T19:00:00Z"), NullLogger<WatchTrails>.Instance);
        var found = new List<int>();
        for (var day = 0; day < WatchTrails.DaysPerRound; day++)
        {
            found.Add((await watch.RunAsync(Today.AddDays(after + day), default)).Broken);
        }

        return found;
    }
}
