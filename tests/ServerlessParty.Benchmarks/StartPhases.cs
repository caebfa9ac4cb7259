using System.Diagnostics;
using System.Globalization;

namespace ServerlessParty.Benchmarks;

/// <summary>Where one cold start spends its time, in milliseconds, told by a clock inside the process, which slows it a little.</summary>
/// <param name="Runtime">From the start of the process to its Main.</param>
/// <param name="Services">Reading settings, naming services and putting them together.</param>
/// <param name="Listening">From there to the first answer of any kind.</param>
/// <param name="Waiting">What the page waited for storage.</param>
/// <param name="Rest">The rest of the page: its code loaded, the link checked, the answer written.</param>
internal sealed record StartPhases(double Runtime, double Services, double Listening, double Waiting, double Rest)
{
    public static async Task<StartPhases> OfAsync(string executable, string page, IReadOnlyDictionary<string, string> settings)
    {
        var file = Path.GetTempFileName();
        try
        {
            Dictionary<string, string> clocked = new(settings)
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                [StartupHook.FileVariable] = file,
            };
            var began = Stopwatch.GetTimestamp();
            var start = await ColdStart.OfAsync(executable, page, clocked);
            return Of(start, began, [.. File.ReadLines(file).Select(line => line.Split(' '))]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static StartPhases Of(ColdStart start, long began, List<string[]> marks)
    {
        double At(string mark) => Milliseconds(Ticks(marks.First(m => m[0] == mark)) - began);
        var (main, built) = (At("Main"), At("HostBuilt"));
        var (ready, page) = (start.Ready.TotalMilliseconds, start.Page.TotalMilliseconds);
        var waited = Milliseconds(marks.Where(m => m[0] == "Waited").Sum(Ticks));
        return new(main, built - main, ready - built, waited, page - ready - waited);
    }

    private static long Ticks(string[] mark) => long.Parse(mark[1], CultureInfo.InvariantCulture);

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
