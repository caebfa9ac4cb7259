namespace ServerlessParty.Audit;

/// <summary>Checks one dossier's trail from its first entry to its head, and its rows against the trail.</summary>
public sealed class VerifyChain(IAuditTrail trail)
{
    /// <returns>The verdict, or null for an unknown dossier.</returns>
    public Task<ChainVerification?> RunAsync(string dossier, CancellationToken cancellationToken) =>
        trail.VerifyAsync(dossier, cancellationToken);
}
