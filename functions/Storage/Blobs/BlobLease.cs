using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Storage.Blobs;

/// <summary>A lease that is renewed until it is disposed.</summary>
internal sealed class BlobLease : IRunLease
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);

    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly Task _renewing;

    /// <param name="takenAt">When it was asked for: the lease cannot end before its duration from then on.</param>
    public BlobLease(BlobClient blob, BlobLeaseClient lease, DateTimeOffset takenAt, TimeProvider time)
    {
        _blob = blob;
        _lease = lease;
        _time = time;
        _renewing = RenewAsync(takenAt + BlobLeases.Duration);
    }

    public CancellationToken Lost => _lost.Token;

    public async Task RecordAsync(DateTimeOffset startedAt, CancellationToken cancellationToken) =>
        await _blob.SetMetadataAsync(
            new Dictionary<string, string> { [BlobLeases.StartedAt] = startedAt.ToString("O", CultureInfo.InvariantCulture) },
            new BlobRequestConditions { LeaseId = _lease.LeaseId },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _renewing;
        await ReleaseAsync();
        _disposed.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(DateTimeOffset heldUntil)
    {
        using var pulse = new PeriodicTimer(RenewEvery, _time);
        try
        {
            while (await pulse.WaitForNextTickAsync(_disposed.Token))
            {
                var askedAt = _time.GetUtcNow();
                if (await TryRenewAsync(heldUntil - askedAt))
                {
                    heldUntil = askedAt + BlobLeases.Duration;
                }
                else
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    // Azure.Core retries within the time that is left; past it another run may hold the lease.
    private async Task<bool> TryRenewAsync(TimeSpan left)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            await _lease.RenewAsync(cancellationToken: limit.Token);
            return true;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException
            || (e is OperationCanceledException && !_disposed.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // It ends by itself.
        }
    }
}
