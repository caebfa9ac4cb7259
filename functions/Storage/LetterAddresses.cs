using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Access;
using ServerlessParty.Mail;

namespace ServerlessParty.Storage;

/// <summary>Turns an address into the keyed hash that stands for it in keys; the secret lies outside the tables.</summary>
internal sealed class LetterAddresses(Store store, ISecretKeys keys)
{
    public async Task<string> HashAsync(string address, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync("letter-address", cancellationToken);
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address.ToLowerInvariant()));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    public async Task<LetterId> IdAsync(
        string address, DateOnly day, string letterClass, string sequence, CancellationToken cancellationToken)
    {
        var hash = await HashAsync(address, cancellationToken);
        return new(Buckets.Of(hash, await store.BucketsAsync(cancellationToken)), day, letterClass, hash, sequence);
    }
}
