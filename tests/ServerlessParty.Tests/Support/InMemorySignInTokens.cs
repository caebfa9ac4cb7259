using ServerlessParty.Access;

namespace ServerlessParty.Tests.Support;

internal sealed class InMemorySignInTokens : ISignInTokens
{
    private readonly Dictionary<string, SignInToken> _byHash = [];

    public Task<bool> StoreAsync(
        SignInToken token, int mostAlive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_byHash)
        {
            var alive = _byHash.Values.Count(t => t.Subject == token.Subject && now < t.ExpiresAt);
            return Task.FromResult(alive < mostAlive && _byHash.TryAdd(token.Hash, token));
        }
    }

    public Task<SignInToken?> TakeAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_byHash)
        {
            return Task.FromResult(_byHash.Remove(hash, out var token) && now < token.ExpiresAt ? token : null);
        }
    }
}

internal sealed class InMemorySecretKeys : ISecretKeys
{
    public Task<byte[]> GetAsync(string purpose, CancellationToken cancellationToken) =>
        Task.FromResult(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(purpose)));
}
