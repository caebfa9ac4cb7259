using System.Diagnostics;

namespace ServerlessParty.Benchmarks;

/// <summary>How long work takes, in milliseconds, and what stands for many times.</summary>
internal static class Timing
{
    public static async Task<double> TakeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The 95th percentile: the smallest value that at least 95 of 100 do not exceed.</summary>
    public static double P95Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1];
    }
}
