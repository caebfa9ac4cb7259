using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Storage.Blobs;

/// <summary>
/// Mail as it was posted, each under its name, created only where there is none. The content type says how to read it. The
/// container has no versions and no soft delete: what is deleted is gone.
/// </summary>
internal sealed class IntakeBlobs(Store store)
{
    private const string ReceivedAt = "received";

    /// <summary>Keeps the post; answers when this mail was first kept.</summary>
    public async Task<DateTimeOffset> AddAsync(
        IntakeId id, SpooledPost post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var blob = (await store.Intakes).GetBlobClient(id.Value);
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = post.ContentType.Length > 0 ? new() { ContentType = post.ContentType } : null,
                Metadata = new Dictionary<string, string> { [ReceivedAt] = now.ToString("O", CultureInfo.InvariantCulture) },
                TransferOptions = new() { MaximumConcurrency = 1, MaximumTransferSize = 4 * 1024 * 1024 },
            };
            await blob.UploadAsync(post.Rewind(), options, cancellationToken);
            return now;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            var kept = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return kept.Value.Metadata.TryGetValue(ReceivedAt, out var text)
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : kept.Value.CreatedOn;
        }
    }

    /// <summary>The post on the local disk, or null.</summary>
    public async Task<SpooledPost?> OpenAsync(IntakeId id, CancellationToken cancellationToken)
    {
        try
        {
            using var kept = (await (await store.Intakes).GetBlobClient(id.Value)
                .DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            return await SpooledPost.CreateAsync(kept.Content, kept.Details.ContentType, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAsync(IntakeId id, CancellationToken cancellationToken) =>
        await (await store.Intakes).DeleteBlobIfExistsAsync(id.Value, cancellationToken: cancellationToken);
}
