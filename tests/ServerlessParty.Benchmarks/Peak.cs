namespace ServerlessParty.Benchmarks;

/// <summary>What a piece of work took in memory, in KB.</summary>
/// <param name="Live">The highest live heap above what was alive before.</param>
internal sealed record Peak(double Live, double Allocated)
{
    public static async Task<Peak> OfAsync(Func<Task> work)
    {
        var gate = new Lock();
        var (before, highest) = (LiveBytes(), 0L);
        CountingTransport.Answered = () =>
        {
            lock (gate)
            {
                highest = Math.Max(highest, LiveBytes());
            }
        };
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        CountingTransport.Answered = null;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new((highest - before) / 1024.0, allocated / 1024.0);
    }

    private static long LiveBytes()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
