namespace ServerlessParty.Audit;

/// <summary>Chains of entries about acts that belong to no dossier, such as a person's word on letters.</summary>
public interface IStoreTrail
{
    /// <summary>Appends before the act, so that an entry may tell of what then did not come about, but nothing comes about untold.</summary>
    /// <param name="chain">The chain's name: a lower-case word.</param>
    Task AppendAsync(string chain, AuditNote note, CancellationToken cancellationToken);

    /// <summary>The latest entries of a chain, the newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> LatestAsync(string chain, int take, CancellationToken cancellationToken);
}
