namespace ServerlessParty.Audit;

/// <summary>Writes the day's anchor. A second run on a day, or one for an earlier day, writes nothing.</summary>
public sealed class AnchorTrails(IAuditTrail trail, IAuditAnchors anchors)
{
    /// <returns>Whether an anchor was written.</returns>
    public async Task<bool> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        if (days.Count > 0 && days[^1] >= today)
        {
            return false;
        }

        var previous = days.Count == 0
            ? AuditAnchor.Beginning
            : (await anchors.ReadAsync(days[^1], cancellationToken)).Hash;
        var heads = new Dictionary<string, AuditHead>();
        await foreach (var (dossier, head) in trail.HeadsAsync(cancellationToken))
        {
            heads[dossier] = head;
        }

        return await anchors.TryAddAsync(new(today, previous, heads), cancellationToken);
    }
}
