using ServerlessParty.Hosting.Timers;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Benchmarks;

/// <summary>A timer with nothing to do: posted as the Functions host posts it, beside the same run called inside the process.</summary>
internal static class TimerBenchmark
{
    private const int Rounds = 300;
    private const string Function = "OpenPeriods";

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await using var office = Office.Open(
            connection, "timer", settings: $"--FUNCTIONS_CUSTOMHANDLER_PORT={Ports.Free()}");
        using var client = await office.ServeAsync();
        var file = ScriptRoot.Of(AppContext.BaseDirectory).Functions.Single(f => f.Name == Function);
        List<double> posted = [], called = [];
        for (var round = 0; round < Rounds; round++)
        {
            called.Add(await Timing.TakeAsync(() => office.Get<RunFunction>().RunAsync(Function, asOf: null, default)));
            posted.Add(await Timing.TakeAsync(() => PostAsync(client, file, office.Calendar.Now)));
        }

        var (direct, hosted) = (Median(called), Median(posted));
        return
        [
            Figure.Of("A timer with nothing to do, posted by the host's double: above the same run inside the process", hosted - direct, 2, "ms", 1),
            Figure.Of("… the whole of it, against the run inside the process", hosted, direct, "ms", null),
        ];
    }

    private static async Task PostAsync(HttpClient client, FunctionFile function, DateTimeOffset now)
    {
        using var request = TimerCall.To(client.BaseAddress!, function, now);
        using var answer = await client.SendAsync(request);
        if (await answer.EndAsync() != InvocationEnd.Succeeded)
        {
            throw new InvalidOperationException($"{Function} answered {answer.StatusCode}.");
        }
    }

    /// <summary>Without the first third, which warms both sides up.</summary>
    private static double Median(List<double> times) => Timing.MedianOf(times.Skip(Rounds / 3));
}
