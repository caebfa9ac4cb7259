namespace ServerlessParty.Audit;

/// <summary>Checks one dossier's trail from its first entry to its head, its rows against the trail, and the trail against the last anchor.</summary>
public sealed class VerifyChain(IAuditTrail trail, IAuditAnchors anchors)
{
    /// <returns>The verdict, or null for a dossier that neither exists nor ever was anchored.</returns>
    public async Task<ChainVerification?> RunAsync(string dossier, CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        var anchored = days.Count == 0
            ? null
            : (await anchors.ReadAsync(days[^1], cancellationToken)).Heads.GetValueOrDefault(dossier);
        return await RunAsync(dossier, anchored, cancellationToken);
    }

    /// <param name="anchored">Where the chain ended at the last anchor; null when it was not there yet.</param>
    internal async Task<ChainVerification?> RunAsync(
        string dossier, AuditHead? anchored, CancellationToken cancellationToken)
    {
        var verdict = await trail.VerifyAsync(dossier, cancellationToken);
        if (anchored is null || verdict is { Intact: false })
        {
            return verdict;
        }

        var entries = await trail.ReadAsync(dossier, anchored.Sequence - 1, 1, cancellationToken);
        var holds = verdict is not null && entries is [var entry]
            && entry.Sequence == anchored.Sequence && entry.Hash == anchored.Hash;
        return holds ? verdict : new(false, verdict?.Entries ?? 0, anchored.Sequence);
    }
}
