using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage.Blobs;

/// <summary>The bytes of minutes, one blob for each unit and hash, never overwritten.</summary>
internal sealed class MinutesBlobs(Store store, TimeProvider time)
{
    /// <summary>A blob of a row that is not there may be an upload under way until it is this old.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>
    /// Keeps the bytes. Those that are there already are touched, so that nobody who judged them orphans by their old
    /// version may still remove them.
    /// </summary>
    /// <returns>Whether they were there before: then <see cref="ExistsAsync"/> is to be asked once the row is written.</returns>
    public async Task<bool> KeepAsync(
        OrganizationId unit, string sha256, Stream bytes, string mediaType, CancellationToken cancellationToken)
    {
        var blob = await BlobAsync(unit, sha256);
        while (true)
        {
            if (await TryCreateAsync(blob, bytes, mediaType, cancellationToken))
            {
                return false;
            }

            if (await TryTouchAsync(blob, cancellationToken))
            {
                return true;
            }
        }
    }

    public async Task<bool> ExistsAsync(OrganizationId unit, string sha256, CancellationToken cancellationToken) =>
        await (await BlobAsync(unit, sha256)).ExistsAsync(cancellationToken);

    public async Task<Stream> OpenAsync(OrganizationId unit, string sha256, CancellationToken cancellationToken) =>
        await (await BlobAsync(unit, sha256)).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    /// <summary>The bytes as they are kept now, or null.</summary>
    public async Task<KeptBytes?> FindAsync(OrganizationId unit, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await (await BlobAsync(unit, sha256)).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return new(found.ETag, found.LastModified <= time.GetUtcNow() - Grace);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes bytes unless somebody touched them since; false then.</summary>
    public async Task<bool> TryRemoveAsync(
        OrganizationId unit, string sha256, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await (await BlobAsync(unit, sha256)).DeleteAsync(
                conditions: new BlobRequestConditions { IfMatch = version }, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412 || IsProtected(e))
        {
            return false;
        }
    }

    // A rule of the account that nobody may change or delete what is younger than so many days.
    private static bool IsProtected(RequestFailedException e) => e.Status == 409 && e.ErrorCode == "BlobImmutableDueToPolicy";

    private static async Task<bool> TryCreateAsync(
        BlockBlobClient blob, Stream bytes, string mediaType, CancellationToken cancellationToken)
    {
        bytes.Position = 0;
        try
        {
            await blob.UploadAsync(
                bytes,
                new BlobUploadOptions
                {
                    HttpHeaders = new() { ContentType = mediaType },
                    Conditions = new() { IfNoneMatch = ETag.All },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<bool> TryTouchAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var touched = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await blob.SetMetadataAsync(
                new Dictionary<string, string> { ["touched"] = touched }, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
        catch (RequestFailedException e) when (IsProtected(e))
        {
            return true; // Nobody can remove it either; whoever keeps it asks again once the row is written.
        }
    }

    private async Task<BlockBlobClient> BlobAsync(OrganizationId unit, string sha256) =>
        (await store.MinutesBlobs).GetBlockBlobClient($"{unit.Key}/{sha256}");
}

/// <param name="Version">Changes when somebody touches them.</param>
/// <param name="IsOld">Whether they may be removed when no row has them.</param>
internal sealed record KeptBytes(ETag Version, bool IsOld);
