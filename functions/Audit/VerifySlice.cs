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
/// Checks a part of the trails that the last anchor knows against their rows and that anchor, and remembers what it found. The
/// chain of the anchors themselves is checked by <see cref="VerifyTrails"/>.
/// </summary>
public sealed class VerifySlice(IAuditAnchors anchors, VerifyChain verify, IAuditRound round, TimeProvider time)
{
    /// <param name="parts">In how many runs every trail has its turn, at least 1.</param>
    public async Task<AuditRound> RunAsync(int parts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var anchored = await AnchoredAsync(cancellationToken);
        var before = await round.ReadAsync(cancellationToken);
        if (anchored.Count == 0)
        {
            return before;
        }

        var take = (anchored.Count + parts - 1) / parts;
        var dossiers = anchored.Keys.Where(name => string.CompareOrdinal(name, before.After) > 0)
            .Order(StringComparer.Ordinal).Take(take).ToList();
        var found = before.Found ?? await FirstBrokenAsync(dossiers, anchored, cancellationToken);
        var after = dossiers.Count < take
            ? new AuditRound("", time.GetUtcNow(), null, found)
            : before with { After = dossiers[^1], CheckedAt = time.GetUtcNow(), Found = found };
        await round.WriteAsync(after, cancellationToken);
        return after;
    }

    private async Task<string?> FirstBrokenAsync(
        List<string> dossiers, IReadOnlyDictionary<string, AuditHead> anchored, CancellationToken cancellationToken)
    {
        foreach (var dossier in dossiers)
        {
            if (await verify.RunAsync(dossier, anchored[dossier], cancellationToken) is not { Intact: true })
            {
                return dossier;
            }
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<string, AuditHead>> AnchoredAsync(CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        return days.Count == 0
            ? new Dictionary<string, AuditHead>()
            : (await anchors.ReadAsync(days[^1], cancellationToken)).Heads;
    }
}
