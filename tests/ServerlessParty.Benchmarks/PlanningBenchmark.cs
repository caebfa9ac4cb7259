namespace ServerlessParty.Benchmarks;

/// <summary>Every cell of the sample province owes by one day: the planner's requests and time.</summary>
internal static class PlanningBenchmark
{
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var units = await Trees.SampleAsync();
        var ours = new List<double>();
        var raw = new List<double>();
        PlanningRound? last = null;
        for (var round = 0; round <= Rounds; round++)
        {
            last = await PlanningRound.RunAsync(connection, $"plan{round}", units);
            if (round > 0)
            {
                // The first round warms both sides up.
                ours.Add(last.Time.TotalMilliseconds);
                raw.Add(last.RawTime.TotalMilliseconds);
            }
        }

        var what = $"Planning {last!.Cells:N0} cells due on one day";
        return
        [
            Figure.Of($"{what}: requests", last.Requests, last.Fewest, "requests", 1.25),
            Figure.Of($"{what}: time", Timing.MedianOf(ours), Timing.MedianOf(raw), "ms", 2.0),
        ];
    }
}
