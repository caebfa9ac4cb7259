namespace ServerlessParty.Audit;

/// <summary>Reads the trail of a dossier; only the dossier's own transactions write it.</summary>
public interface IAuditTrail
{
    /// <summary>Entries with a sequence above <paramref name="after"/>, in order, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(string dossier, int after, int take, CancellationToken cancellationToken);

    /// <summary>Where the chain ends, or null for an unknown dossier.</summary>
    Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken);

    /// <summary>Where every chain ends, dossier by dossier.</summary>
    IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the whole dossier and compares it with its trail; null for an unknown dossier.</summary>
    Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken);
}
