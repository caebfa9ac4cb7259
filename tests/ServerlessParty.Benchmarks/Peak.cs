namespace ServerlessParty.Benchmarks;

/// <summary>What a piece of work took in memory, in KB.</summary>
/// <param name="Live">The highest live heap above what was alive before.</param>
internal sealed record Peak(double Live, double Allocated)
{
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(1);

    public static async Task<Peak> OfAsync(Func<Task> work)
    {
        var before = LiveBytes();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        using var done = new CancellationTokenSource();
        var sampling = Task.Run(() => HighestAsync(done.Token), default);
        await work();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        await done.CancelAsync();
        return new((await sampling - before) / 1024.0, allocated / 1024.0);
    }

    private static async Task<long> HighestAsync(CancellationToken cancellationToken)
    {
        var highest = 0L;
        using var pulse = new PeriodicTimer(SampleEvery);
        try
        {
            while (await pulse.WaitForNextTickAsync(cancellationToken))
            {
                highest = Math.Max(highest, LiveBytes());
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }

        return highest;
    }

    private static long LiveBytes()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
