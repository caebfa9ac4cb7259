using Azure;
using Azure.Storage.Blobs.Models;
using ServerlessParty.Audit;

namespace ServerlessParty.Storage.Blobs;

/// <summary>One blob a day, created only where there is none.</summary>
internal sealed class AnchorBlobs(Store store) : IAuditAnchors
{
    private AuditAnchor? _lastRead;

    public async Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken)
    {
        var days = new List<DateOnly>();
        await foreach (var blob in (await store.Anchors).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            days.Add(Keys.ParseDay(blob.Name));
        }

        return days;
    }

    public async Task<AuditAnchor> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (_lastRead is { } known && known.Day == day)
        {
            return known;
        }

        var blob = (await store.Anchors).GetBlobClient(Keys.Day(day));
        var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        return _lastRead = AuditAnchor.Read(text);
    }

    public async Task<bool> TryAddAsync(AuditAnchor anchor, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            var blob = (await store.Anchors).GetBlobClient(Keys.Day(anchor.Day));
            await blob.UploadAsync(new BinaryData(anchor.Write()), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
