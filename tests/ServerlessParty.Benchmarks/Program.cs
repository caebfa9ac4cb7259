using System.Runtime.CompilerServices;
using ServerlessParty.Benchmarks;

// dotnet run -c Release --project tests/ServerlessParty.Benchmarks
//   [-- long | import planning sending carrier size upload board timer idle start chain projection events search composite]
var all = new Dictionary<string, Func<string, Task<IReadOnlyList<Figure>>>>
{
    ["import"] = ImportBenchmark.RunAsync,
    ["planning"] = PlanningBenchmark.RunAsync,
    ["sending"] = SendingBenchmark.RunAsync,
    ["carrier"] = CarrierBenchmark.RunAsync,
    ["size"] = SizeBenchmark.RunAsync,
    ["upload"] = UploadBenchmark.RunAsync,
    ["board"] = BoardBenchmark.RunAsync,
    ["timer"] = TimerBenchmark.RunAsync,
    ["idle"] = IdleBenchmark.RunAsync,
    ["start"] = new StartBenchmark(composite: false).RunAsync,
    ["chain"] = _ => Task.FromResult(ChainBenchmark.Run()),
    ["projection"] = ProjectionBenchmark.RunAsync,
};
// These take as long as all others together.
var large = new Dictionary<string, Func<string, Task<IReadOnlyList<Figure>>>>
{
    ["events"] = EventsBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["composite"] = new StartBenchmark(composite: true).RunAsync,
};
string[] names = [.. all.Keys, .. large.Keys];
string[] chosen = args switch { [] => [.. all.Keys], ["long"] => [.. large.Keys], _ => args };
if (chosen.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark `{unknown}`; there are: {string.Join(", ", names)}.");
    return 2;
}

var figures = new List<Figure>();
var whole = await Timing.TakeAsync(async () =>
{
    foreach (var (name, run) in all.Concat(large).Where(b => chosen.Contains(b.Key)))
    {
        // Each in an emulator of its own: what one leaves must not slow the next.
        var part = await Timing.TakeAsync(async () =>
        {
            await using var emulator = await Emulator.StartAsync();
            figures.AddRange(await run(emulator.Endpoints.ConnectionString));
        });
        Console.Error.WriteLine($"{name}: {part / 1000:F0} s");
    }
});
Console.Error.WriteLine($"All: {whole / 1000:F0} s");

var table = ResultTable.Of(figures);
Console.WriteLine(table);
if (args is [] or ["long"])
{
    var file = args is [] ? "RESULTS.md" : "RESULTS-LONG.md";
    await File.WriteAllTextAsync(Path.Combine(SourceFolder(), file), ResultTable.File(table, args));
}

return figures.All(f => f.Met != false) ? 0 : 1;

static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
