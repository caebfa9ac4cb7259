using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Storage.Blobs;

/// <summary>One empty blob per function; its lease is the run's, and its metadata say when the last complete run began.</summary>
internal sealed class BlobLeases(Store store, TimeProvider time) : IRunLeases
{
    /// <summary>The shortest a blob allows: after a crash the next run waits no longer.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    public const string StartedAt = "startedAt";

    public async Task<IRunLease?> TryTakeAsync(string function, CancellationToken cancellationToken)
    {
        var blob = (await store.Locks).GetBlobClient(function);
        try
        {
            return await TakeAsync(blob, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            await CreateAsync(blob, cancellationToken);
            return await TakeAsync(blob, cancellationToken);
        }
    }

    public async Task<DateTimeOffset?> LastRunAsync(string function, CancellationToken cancellationToken)
    {
        var blob = (await store.Locks).GetBlobClient(function);
        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.Metadata.TryGetValue(StartedAt, out var text)
                ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
                : null;
        }
        catch (RequestFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    public async Task<LastRuns> LastRunsAsync(CancellationToken cancellationToken)
    {
        var startedAt = new Dictionary<string, DateTimeOffset>();
        DateTimeOffset? since = null;
        await foreach (var blob in (await store.Locks).GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken))
        {
            since = since is { } known && known < blob.Properties.CreatedOn ? known : blob.Properties.CreatedOn;
            if (blob.Metadata.TryGetValue(StartedAt, out var text))
            {
                startedAt[blob.Name] = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
            }
        }

        return new(startedAt, since);
    }

    private async Task<IRunLease?> TakeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        var takenAt = time.GetUtcNow();
        try
        {
            await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
            return new BlobLease(blob, lease, takenAt, time);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // Another process was faster, and may even hold the lease by now.
        }
    }
}
