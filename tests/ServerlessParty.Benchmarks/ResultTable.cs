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

    public static string File(string table)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Results

            Written by `dotnet run -c Release --project tests/ServerlessParty.Benchmarks` on {day:yyyy-MM-dd}:
            {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}, Azurite {Emulator.Version()} in memory.

            Read the ratios: both sides of each were measured in this one run, timed ones in turn. Times are medians.

            {table}
            {Notes}
            """);
    }

    private const string Notes = """
        How each is counted:

        - A run begins in a process that has just started, so ours includes making sure that tables exist, and reading keys and settings.
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
          them: 3,795 letters in four partitions are 38 to 41 requests, 40 where each has as many as the others. A time ratio of 1.25 is
          0.8 of the letters a second.
        - *Events*: a delivered event for each of 10,000 letters, signed, in posts of 1,000 as the letters left, four posts at a time; raw = the same
          rows merged by plain transactions of 100, 16 at a time. A time ratio of 1.43 is 0.7 of the events a second. Posts that mix
          letters of a whole day read more of it.
        - *Memory*: the highest live heap (a full collection at each answer) above what was alive before the run. The units that
          owe are spread over the whole tree. A run holds two pages of contacts at most. Of two runs of each size the highest
          counts. Bytes allocated follow the pages of contacts read, since the table service cannot ask for many rows by name;
          they are garbage at once.

        """;
}
