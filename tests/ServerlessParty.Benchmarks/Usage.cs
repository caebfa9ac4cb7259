namespace ServerlessParty.Benchmarks;

/// <summary>What work asks of Azure; of a part of a month or of many of them alike.</summary>
/// <param name="Executions">Calls of functions: requests over HTTP, and runs of timers.</param>
/// <param name="Seconds">For which an instance is charged.</param>
internal readonly record struct Usage(double Executions, double Seconds, double Tables, double BlobWrites, double BlobReads)
{
    public double StorageRequests => Tables + BlobWrites + BlobReads;

    public static Usage operator +(Usage one, Usage other) => new(
        one.Executions + other.Executions, one.Seconds + other.Seconds,
        one.Tables + other.Tables, one.BlobWrites + other.BlobWrites, one.BlobReads + other.BlobReads);

    public static Usage operator *(Usage one, double times) => new(
        one.Executions * times, one.Seconds * times, one.Tables * times, one.BlobWrites * times, one.BlobReads * times);

    /// <summary>Does the work and counts it.</summary>
    /// <param name="executions">How many calls of functions it is.</param>
    public static async Task<Usage> OfAsync(Office office, int executions, Func<Task> work)
    {
        var before = office.Counted;
        var seconds = await Timing.TakeAsync(work) / 1000;
        var asked = office.Counted - before;
        return new(
            executions, Math.Max(executions * Prices.LeastSeconds, seconds * Nation.SlowerThanHere),
            asked.Tables, asked.BlobWrites, asked.BlobReads);
    }
}
