namespace ServerlessParty.Audit;

/// <summary>Where the checking of all trails, part by part, stands.</summary>
/// <param name="After">The dossier behind which the next part begins; empty for the first.</param>
/// <param name="CheckedAt">When a part was last checked; null for never.</param>
/// <param name="Found">The first trail that was found broken in this round; null for none.</param>
/// <param name="FoundBefore">The same of the round before.</param>
public sealed record AuditRound(string After, DateTimeOffset? CheckedAt, string? Found, string? FoundBefore)
{
    public static AuditRound None { get; } = new("", null, null, null);

    /// <summary>Said until a whole round found nothing.</summary>
    public bool IsBroken => Broken is not null;

    /// <summary>The dossier of the first broken trail.</summary>
    public string? Broken => Found ?? FoundBefore;
}

/// <summary>Remembers the round.</summary>
public interface IAuditRound
{
    Task<AuditRound> ReadAsync(CancellationToken cancellationToken);

    Task WriteAsync(AuditRound round, CancellationToken cancellationToken);
}

/// <summary>
/// Checks the trails of the next dossiers against their rows and the last anchor, and remembers what it found. The chain of the
/// anchors themselves is checked by <see cref="VerifyTrails"/>.
/// </summary>
public sealed class VerifySlice(
    IAuditTrail trail, IAuditAnchors anchors, VerifyChain verify, IAuditRound round, TimeProvider time)
{
    /// <param name="take">How many dossiers, at least 1.</param>
    public async Task<AuditRound> RunAsync(int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        var before = await round.ReadAsync(cancellationToken);
        var anchored = await AnchoredAsync(cancellationToken);
        var dossiers = await NextAsync(before.After, take, anchored, cancellationToken);
        string? broken = null;
        foreach (var dossier in dossiers)
        {
            var verdict = await verify.RunAsync(dossier, anchored.GetValueOrDefault(dossier), cancellationToken);
            broken ??= verdict is { Intact: true } ? null : dossier;
        }

        var (found, isWhole) = (before.Found ?? broken, dossiers.Count < take);
        var after = isWhole
            ? new AuditRound("", time.GetUtcNow(), null, found)
            : before with { After = dossiers[^1], CheckedAt = time.GetUtcNow(), Found = found };
        await round.WriteAsync(after, cancellationToken);
        return after;
    }

    private async Task<IReadOnlyDictionary<string, AuditHead>> AnchoredAsync(CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        return days.Count == 0
            ? new Dictionary<string, AuditHead>()
            : (await anchors.ReadAsync(days[^1], cancellationToken)).Heads;
    }

    /// <summary>Those that have a head, and those that had one at the last anchor and were removed.</summary>
    private async Task<List<string>> NextAsync(
        string after, int take, IReadOnlyDictionary<string, AuditHead> anchored, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(anchored.Keys, StringComparer.Ordinal);
        await foreach (var (dossier, _) in trail.HeadsAsync(cancellationToken))
        {
            names.Add(dossier);
        }

        return [.. names.Where(name => string.CompareOrdinal(name, after) > 0).Take(take)];
    }
}
