namespace ServerlessParty.Audit;

/// <summary>Chains of entries about acts that belong to no dossier, such as a person's word on letters.</summary>
public interface IStoreTrail
{
    /// <summary>What the name of such a chain begins with among all trails; no dossier's name holds a bar.</summary>
    const string NamePrefix = "store|";

    /// <summary>By which name <see cref="IAuditTrail"/> reads a chain.</summary>
    static string NameOf(string chain) => NamePrefix + chain;

    /// <summary>Appends before the act, so that an entry may tell of what then did not come about, but nothing comes about untold.</summary>
    /// <param name="chain">The chain's name: a lower-case word.</param>
    Task AppendAsync(string chain, AuditNote note, CancellationToken cancellationToken);
}
