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

    public VerifySliceTests() => Anchor("d1", "d2", "d3", "d4", "d5");

    [Fact]
    public async Task Every_trail_has_its_turn_and_then_a_round_begins_anew()
    {
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await Verify().RunAsync(3, default);
        }

        Assert.Equal(["d1", "d2", "d3", "d4", "d5", "d1", "d2"], _trail.Verified);
        Assert.False(_round.Last.IsBroken);
        Assert.Equal(_clock.GetUtcNow(), _round.Last.CheckedAt);
    }

    [Fact]
    public async Task What_is_broken_is_said_until_a_whole_round_found_nothing()
    {
        _trail.Broken = "d2";
        Assert.Equal("d2", (await Verify().RunAsync(3, default)).Broken);
        await Verify().RunAsync(3, default);
        Assert.Equal("d2", (await Verify().RunAsync(3, default)).Broken);
        _trail.Broken = null;
        await Verify().RunAsync(3, default);
        Assert.Equal("d2", (await Verify().RunAsync(3, default)).Broken);

        Assert.Null((await Verify().RunAsync(3, default)).Broken);
    }

    [Fact]
    public async Task A_dossier_that_was_anchored_and_is_gone_is_broken()
    {
        _trail.Gone = "d4";

        Assert.Equal("d4", (await Verify().RunAsync(1, default)).Broken);
    }

    [Fact]
    public async Task A_store_without_anchors_is_not_said_to_be_checked()
    {
        var verify = new VerifySlice(new InMemoryAnchors(), new VerifyChain(_trail, _anchors), _round, _clock);

        Assert.Null((await verify.RunAsync(7, default)).CheckedAt);
    }

    private void Anchor(params string[] dossiers) => _anchors.TryAddAsync(
        new(new(2026, 11, 23), AuditAnchor.Beginning, dossiers.ToDictionary(d => d, _ => new AuditHead(1, "1"))), default);

    private VerifySlice Verify() => new(_anchors, new VerifyChain(_trail, _anchors), _round, _clock);

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
        public List<string> Verified { get; } = [];

        public string? Broken { get; set; }

        public string? Gone { get; set; }

        public Task<IReadOnlyList<AuditEntry>> ReadAsync(
            string dossier, int after, int take, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([new(
                dossier, 1, DateTimeOffset.UnixEpoch, "operator", "organization.changed", "", null, "", "", "", "1")]);

        public Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken) =>
            Task.FromResult<AuditHead?>(new(1, "1"));

        public IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException("The anchor knows them.");

        public Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken)
        {
            Verified.Add(dossier);
            return Task.FromResult<ChainVerification?>(
                dossier == Gone ? null : new ChainVerification(dossier != Broken, 1, dossier == Broken ? 1 : null));
        }
    }
}
