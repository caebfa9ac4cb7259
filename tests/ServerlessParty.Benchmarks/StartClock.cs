using System.Diagnostics;

/// <summary>
/// Loaded by the runtime into an app before its Main (<c>DOTNET_STARTUP_HOOKS</c>): writes down when the app gets how far, in
/// ticks of the clock that all processes share, and how long it waits for others over HTTP. Refers to nothing but the framework.
/// </summary>
internal static class StartupHook
{
    public const string FileVariable = "BENCHMARK_START_CLOCK";

    public static void Initialize()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable)!;
        Write(file, "Main");
        DiagnosticListener.AllListeners.Subscribe(new EachListener(file));
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = activity => Write(file, "Waited", (long)(activity.Duration.TotalSeconds * Stopwatch.Frequency)),
        });
    }

    private static void Write(string file, string mark) => Write(file, mark, Stopwatch.GetTimestamp());

    private static void Write(string file, string mark, long ticks)
    {
        lock (typeof(StartupHook))
        {
            File.AppendAllText(file, $"{mark} {ticks}\n");
        }
    }

    private sealed class EachListener(string file) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(new EachEvent(file));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class EachEvent(string file) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => Write(file, value.Key);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
