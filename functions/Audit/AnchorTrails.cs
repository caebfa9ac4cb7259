namespace ServerlessParty.Audit;

/// <summary>Writes the day's anchor. A second run on a day, or one for an earlier day, writes nothing.</summary>
public sealed class AnchorTrails(IAuditAnchors anchors)
{
    /// <param name="heads">The ends of all trails, as they were just watched.</param>
    /// <returns>Whether an anchor was written.</returns>
    public async Task<bool> RunAsync(
        DateOnly today, IReadOnlyDictionary<string, AuditHead> heads, CancellationToken cancellationToken)
    {
        var days = await anchors.DaysAsync(cancellationToken);
        if (days.Count > 0 && days[^1] >= today)
        {
            return false;
        }

        var previous = days.Count == 0
            ? AuditAnchor.Beginning
            : (await anchors.ReadAsync(days[^1], cancellationToken)).Hash;
        return await anchors.TryAddAsync(new(today, previous, heads), cancellationToken);
    }
}
