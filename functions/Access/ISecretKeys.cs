namespace ServerlessParty.Access;

/// <summary>Secret keys of the store, made when first asked for and kept outside the tables.</summary>
public interface ISecretKeys
{
    /// <returns>At least 32 random bytes, the same for the same purpose in every process on the store.</returns>
    Task<byte[]> GetAsync(string purpose, CancellationToken cancellationToken);
}
