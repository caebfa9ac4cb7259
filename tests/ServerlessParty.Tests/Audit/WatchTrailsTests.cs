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

    private async Task AnchorAsync(string dossier, AuditHead head) =>
        await _anchors.TryAddAsync(new(Today.AddDays(-1), AuditAnchor.Beginning, new Dictionary<string, AuditHead> { [dossier] = head }), default);

    private async Task<List<int>> RoundAsync()
    {
        var watch = new WatchTrails(_trail, _anchors, new(_trail, _anchors), NullLogger<WatchTrails>.Instance);
        var found = new List<int>();
        for (var day = 0; day < WatchTrails.DaysPerRound; day++)
        {
            found.Add(await watch.RunAsync(Today.AddDays(day), default));
        }

        return found;
    }
}
