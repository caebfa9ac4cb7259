namespace ServerlessParty.Obligations;

/// <summary>Compares the whole projection by due day with its dossiers and mends it, beside running writers; again finds nothing to mend.</summary>
public sealed class RebuildDue(IDueIndex due)
{
    public Task<RebuiltDue> RunAsync(CancellationToken cancellationToken) => due.RebuildAsync(cancellationToken);
}
