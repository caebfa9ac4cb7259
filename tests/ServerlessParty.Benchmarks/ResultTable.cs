using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ServerlessParty.Benchmarks;

/// <summary>The figures as Markdown.</summary>
internal static class ResultTable
{
    public static string Of(IEnumerable<Figure> figures)
    {
        var text = new StringBuilder();
        text.AppendLine("| What | Ours | Fewest possible, or raw | Ratio | Goal | Met |");
        text.AppendLine("|---|---:|---:|---:|---:|---|");
        foreach (var f in figures)
        {
            var met = f.Met switch { true => "yes", false => "**no**", null => "–" };
            text.AppendLine(
                CultureInfo.InvariantCulture, $"| {f.What} | {f.Ours} | {f.Against} | {f.Ratio} | {f.Goal} | {met} |");
        }

        return text.ToString();
    }

    /// <param name="args">Of the run.</param>
    public static string File(string table, string[] args)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Results

            Written by `dotnet run -c Release --project tests/ServerlessParty.Benchmarks{(args is [] ? "" : " -- long")}` on {day:yyyy-MM-dd}:
            {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, Azurite {Emulator.Version()} in memory.

            Read the ratios: both sides of each were measured in this one run, timed ones in turn. Times are medians.

            {table}
            {Notes}
            """);
    }

    private const string Notes = """
        How each is counted:

        - The short run is in [RESULTS.md](RESULTS.md); events, search and the start of what is compiled as a whole, which take longer, in
          [RESULTS-LONG.md](RESULTS-LONG.md).
        - A run begins in a process that has just started, so ours includes reading keys and settings, and in a new store making tables.
        - *Planning, requests*: fewest = pages of `Due`, ledger, letters and contacts read once, and for each partition written
          ⌈rows/100⌉ transactions, counted from the rows that lie in the tables afterwards.
        - *Planning, time*: raw = the same pages read and the same rows inserted into empty tables by plain transactions of 100,
          as many at once as the planner has under way.
        - *Import*: fewest = the tree read once, a transaction for each dossier, ⌈rows/100⌉ for each partition of the tree.
        - *Sending*: fewest = pages of letters and contacts read once, one point read for each obligation, and for each call to
          the carrier one claim and one result for its letters and one for each partition of their ledger lines. *Beyond* is
          the rest, divided by the letters.
        - *Handing over*: the letters of *Sending*, in the calls that a run makes, to a stub of SendGrid on this machine; raw = the same
          requests, ready-made, by a bare HTTP client. Fewest = ⌈letters/100⌉ for each partition, since one transaction claims
          them. A time ratio of 1.25 is 0.8 of the letters a second.
        - *Events*: a delivered event for each of 10,000 letters, signed, in posts of 1,000 as the letters left, four posts at a time; raw = the same
          rows merged by plain transactions of 100, 16 at a time. A time ratio of 1.43 is 0.7 of the events a second. Posts that mix
          letters of a whole day read more of it.
        - *Memory*: the highest live heap (a full collection at each answer) above what was alive before the run. The units that
          owe are spread over the whole tree. A run holds two pages of contacts at most. Of two runs of each size the highest
          counts. Bytes allocated follow the pages of contacts read, since the table service cannot ask for many rows by name;
          they are garbage at once.
        - *Board*: the page over HTTP, with its banners, in a process that has shown it before, so that the units are known and a point
          read tells that they did not change; raw = every line of `Due` read by a bare client of the table. Requests of a view stand beside it.
        - *Timer*: the same run with nothing to do, called inside the process and posted as the Functions host posts it, in turn; against = the
          2 ms that the way through HTTP may take.
        - *Idle month*: every slot of every timer of two working days and a Sunday, carried to 30 days of which four are Sundays. A run
          takes its lease, notes itself on it and gives it back, three requests, and asks once in each bucket what could be due; the
          nightly one goes through a slice of the trails as well. That tables and containers are there a store says itself.
        - *Start*: the published folder as the Functions host starts it, and a secretary's link followed, to the whole of the page that it leads
          to; the store is there already. An empty app *by default* is `dotnet publish` of three lines, *in the same way* one self-contained
          file, compiled ahead. Not composite: that takes minutes to publish, so only `-- long` measures what `infra/deploy` puts
          into service. The lines *of a start* come from fewer starts, with a clock inside the process, which slows them a little.
        - *Memory at rest*: resident, a moment after that page; an empty app has shown its one line. Most of it are pages of the
          executable, which the system can drop and read again; what is left of it stands in a line of its own.
        - The country's requests and costs: [PROJECTION.md](PROJECTION.md).

        Not measured: the cold start against the official isolated worker. `Microsoft.Azure.Functions.Worker.Core` and `.Grpc` are not
        served by the package registry that this builds from, so that its template does not restore.

        """;
}
