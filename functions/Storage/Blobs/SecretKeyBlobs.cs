using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ServerlessParty.Access;

namespace ServerlessParty.Storage.Blobs;

/// <summary>One random secret of the store in a private blob, made once; each purpose gets a key of its own derived from it.</summary>
internal sealed class SecretKeyBlobs(Store store) : ISecretKeys
{
    private const string Name = "master";
    private const int Length = 32;

    private readonly ConcurrentDictionary<string, byte[]> _keys = new();

    public async Task<byte[]> GetAsync(string purpose, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue(purpose, out var known))
        {
            return known;
        }

        var master = await MasterAsync(cancellationToken);
        return _keys[purpose] = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, master, Length, info: Encoding.UTF8.GetBytes(purpose));
    }

    private async Task<byte[]> MasterAsync(CancellationToken cancellationToken)
    {
        var blob = (await store.KeyBlobs).GetBlobClient(Name);
        try
        {
            return await ReadAsync(blob, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await CreateAsync(blob, cancellationToken);
            return await ReadAsync(blob, cancellationToken);
        }
    }

    private static async Task<byte[]> ReadAsync(BlobClient blob, CancellationToken cancellationToken) =>
        (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(new BinaryData(RandomNumberGenerator.GetBytes(Length)), options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another process made it first: theirs is the one.
        }
    }
}
