using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Audit;

/// <summary>All trails part by part, over days.</summary>
public sealed class VerifySliceTests
{
    private readonly ManyTrails _trail = new();
    private readonly InMemoryAnchors _anchors = new();
    private readonly Round _round = new();
    private readonly StoppedClock _clock = StoppedClock.At("2026-11-24T19:00:00Z");

    [Fact]
    public async Task Every_trail_has_its_turn_and_then_a_round_begins_anew()
    {
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await Verify().RunAsync(2, default);
        }

        Assert.Equal(["d1", "d2", "d3", "d4", "d5", "d1", "d2"], _trail.Verified);
        Assert.False(_round.Last.IsBroken);
        Assert.Equal(_clock.GetUtcNow(), _round.Last.CheckedAt);
    }

    [Fact]
    public async Task What_is_broken_is_said_until_a_whole_round_found_nothing()
    {
        _trail.Broken = "d2";
        Assert.Equal("d2", (await Verify().RunAsync(2, default)).Broken);
        Assert.Equal("d2", (await Verify().RunAsync(9, default)).Broken);
        _trail.Broken = null;
        Assert.Equal("d2", (await Verify().RunAsync(2, default)).Broken);

        Assert.Null((await Verify().RunAsync(9, default)).Broken);
    }

    [Fact]
    public async Task A_dossier_that_was_anchored_and_is_gone_is_broken()
    {
        await _anchors.TryAddAsync(
            new(new(2026, 11, 23), AuditAnchor.Beginning, new Dictionary<string, AuditHead> { ["d0"] = new(1, "1") }), default);

        Assert.Equal("d0", (await Verify().RunAsync(9, default)).Broken);
    }

    private VerifySlice Verify() => new(_trail, _anchors, new VerifyChain(_trail, _anchors), _round, _clock);

    private sealed class Round : IAuditRound
    {
        public AuditRound Last { get; private set; } = AuditRound.None;

        public Task<AuditRound> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Last);

        public Task WriteAsync(AuditRound round, CancellationToken cancellationToken)
        {
            Last = round;
            return Task.CompletedTask;
        }
    }

    private sealed class ManyTrails : IAuditTrail
    {
        private static readonly string[] Dossiers = ["d1", "d2", "d3", "d4", "d5"];

        public List<string> Verified { get; } = [];

        public string? Broken { get; set; }

        public Task<IReadOnlyList<AuditEntry>> ReadAsync(
            string dossier, int after, int take, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);

        public Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken) =>
            Task.FromResult<AuditHead?>(new(1, "1"));

        public async IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(
            [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var dossier in Dossiers)
            {
                yield return KeyValuePair.Create(dossier, new AuditHead(1, "1"));
            }
        }

        public Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken)
        {
            Verified.Add(dossier);
            return Task.FromResult<ChainVerification?>(
                Dossiers.Contains(dossier) ? new ChainVerification(dossier != Broken, 1, dossier == Broken ? 1 : null) : null);
        }
    }
}
