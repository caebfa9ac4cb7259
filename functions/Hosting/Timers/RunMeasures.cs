using System.Diagnostics.Metrics;

namespace ServerlessParty.Hosting.Timers;

/// <summary>How long runs take, how they end, and what they did.</summary>
internal static class RunMeasures
{
    private static readonly Meter Meter = new("ServerlessParty");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "serverlessparty.run.duration", "s", "Runs of timers, by function and ending.");

    private static readonly Counter<long> Items = Meter.CreateCounter<long>(
        "serverlessparty.run.items", null, "What runs did: reminders, letters, mails, lines; by function and count.");

    public static void Ended(RunRecord run, IEnumerable<KeyValuePair<string, long>> counts)
    {
        var function = KeyValuePair.Create<string, object?>("function", run.Function);
        Duration.Record(run.Took.TotalSeconds, function, new("ending", run.Ending.ToString()));
        foreach (var (count, number) in counts.Where(c => c.Value > 0))
        {
            Items.Add(number, function, new("count", count));
        }
    }
}
