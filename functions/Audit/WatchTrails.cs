namespace ServerlessParty.Audit;

/// <summary>
/// Notices a trail that was tampered with, before the day's anchor would take it for granted: every trail must still hold the
/// end that the last anchor names, and a part of the dossiers is checked row by row, each within <see cref="DaysPerRound"/>
/// days. A second run on a day checks the same again. What was found is remembered until a whole round found nothing, since
/// the next anchor takes it for granted.
/// </summary>
public sealed partial class WatchTrails(
    IAuditTrail trail, IAuditAnchors anchors, VerifyChain verify, ITrailWatch memory, TimeProvider time, ILogger<WatchTrails> logger)
{
    public const int DaysPerRound = 7;

    /// <exception cref="FormatException">The last anchor was damaged.</exception>
    public async Task<WatchedTrails> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        var left = days.Count == 0 ? [] : (await anchors.ReadAsync(days[^1], cancellationToken)).Heads.ToDictionary();
        var broken = new List<string>();
        var heads = new Dictionary<string, AuditHead>();
        await foreach (var (dossier, head) in trail.HeadsAsync(cancellationToken))
        {
            heads[dossier] = head;
            left.Remove(dossier, out var anchored);
            var holds = IsTurn(dossier, today)
                ? await verify.RunAsync(dossier, anchored, cancellationToken) is { Intact: true }
                : await StillHoldsAsync(dossier, head, anchored, cancellationToken);
            if (!holds)
            {
                broken.Add(dossier);
            }
        }

        broken.AddRange(left.Keys);
        broken.ForEach(LogBroken);
        await RememberAsync(broken.FirstOrDefault(), today, cancellationToken);
        return new(broken.Count, heads);
    }

    private async Task RememberAsync(string? found, DateOnly today, CancellationToken cancellationToken)
    {
        var before = await memory.ReadAsync(cancellationToken);
        var lasts = before.FoundOn is { } day && today.DayNumber - day.DayNumber <= DaysPerRound;
        var now = time.GetUtcNow();
        await memory.WriteAsync(
            found is not null ? new(now, found, today) : lasts ? before with { CheckedAt = now } : new(now, null, null),
            cancellationToken);
    }

    private static bool IsTurn(string dossier, DateOnly today) =>
        dossier.Sum(letter => letter) % DaysPerRound == today.DayNumber % DaysPerRound;

    private async Task<bool> StillHoldsAsync(
        string dossier, AuditHead head, AuditHead? anchored, CancellationToken cancellationToken)
    {
        if (anchored is null || head == anchored)
        {
            return true;
        }

        var entries = await trail.ReadAsync(dossier, anchored.Sequence - 1, 1, cancellationToken);
        return head.Sequence > anchored.Sequence
            && entries is [var entry] && entry.Sequence == anchored.Sequence && entry.Hash == anchored.Hash;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail of {Dossier} does not hold")]
    private partial void LogBroken(string dossier);
}

/// <param name="Broken">How many trails do not hold; each is named in the log.</param>
/// <param name="Heads">The ends of all trails, as they were seen.</param>
public sealed record WatchedTrails(int Broken, IReadOnlyDictionary<string, AuditHead> Heads);
