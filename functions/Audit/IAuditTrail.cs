namespace ServerlessParty.Audit;

/// <summary>Reads the trail of a dossier, or of a chain of the store by its <see cref="IStoreTrail.NameOf"/>; only their own transactions write it.</summary>
public interface IAuditTrail
{
    /// <summary>Entries with a sequence above <paramref name="after"/>, in order, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(string dossier, int after, int take, CancellationToken cancellationToken);

    /// <summary>Where the chain ends, or null for an unknown dossier.</summary>
    Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken);

    /// <summary>Where every chain ends: dossier by dossier, then the store's own.</summary>
    IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the whole dossier and compares it with its trail; null for an unknown dossier.</summary>
    Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken);
}
