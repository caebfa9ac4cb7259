using System.Runtime.CompilerServices;

namespace ServerlessParty.Audit;

/// <summary>Checks every trail there is, or ever was anchored, and the chain of the anchors themselves.</summary>
public sealed class VerifyTrails(IAuditTrail trail, IAuditAnchors anchors, VerifyChain verify)
{
    /// <summary>A verdict for each trail, and one named <c>anchor {yyyy-MM-dd}</c> for each anchor that contradicts the one before it or cannot be read.</summary>
    public async IAsyncEnumerable<(string Name, ChainVerification Verdict)> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AuditAnchor? last = null;
        foreach (var day in await anchors.DaysAsync(cancellationToken))
        {
            var anchor = await TryReadAsync(day, cancellationToken);
            if (anchor is null || anchor.Day != day || anchor.Previous != (last?.Hash ?? AuditAnchor.Beginning))
            {
                yield return ($"anchor {day:yyyy-MM-dd}", new(false, 0, null));
            }

            last = anchor ?? last;
        }

        var left = last?.Heads.ToDictionary() ?? [];
        await foreach (var (dossier, _) in trail.HeadsAsync(cancellationToken))
        {
            var anchored = left.Remove(dossier, out var head) ? head : null;
            yield return (dossier, await verify.RunAsync(dossier, anchored, cancellationToken) ?? new(false, 0, 1));
        }

        foreach (var (dossier, head) in left)
        {
            yield return (dossier, new(false, 0, head.Sequence));
        }
    }

    private async Task<AuditAnchor?> TryReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            return await anchors.ReadAsync(day, cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
