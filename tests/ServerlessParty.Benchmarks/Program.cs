using System.Runtime.CompilerServices;
using ServerlessParty.Benchmarks;

// dotnet run -c Release --project tests/ServerlessParty.Benchmarks
//   [-- import planning sending carrier events size upload search board timer idle start chain projection composite]
var all = new Dictionary<string, Func<string, Task<IReadOnlyList<Figure>>>>
{
    ["import"] = ImportBenchmark.RunAsync,
    ["planning"] = PlanningBenchmark.RunAsync,
    ["sending"] = SendingBenchmark.RunAsync,
    ["carrier"] = CarrierBenchmark.RunAsync,
    ["events"] = EventsBenchmark.RunAsync,
    ["size"] = SizeBenchmark.RunAsync,
    ["upload"] = UploadBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["board"] = BoardBenchmark.RunAsync,
    ["timer"] = TimerBenchmark.RunAsync,
    ["idle"] = IdleBenchmark.RunAsync,
    ["start"] = new StartBenchmark(composite: false).RunAsync,
    ["chain"] = _ => Task.FromResult(ChainBenchmark.Run()),
    ["projection"] = ProjectionBenchmark.RunAsync,
};
// Publishing takes longer than all others together: only by name.
var byName = new Dictionary<string, Func<string, Task<IReadOnlyList<Figure>>>>
{
    ["composite"] = new StartBenchmark(composite: true).RunAsync,
};
string[] names = [.. all.Keys, .. byName.Keys];
if (args.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark `{unknown}`; there are: {string.Join(", ", names)}.");
    return 2;
}

var figures = new List<Figure>();
var whole = await Timing.TakeAsync(async () =>
{
    foreach (var (name, run) in args.Length == 0 ? all : all.Concat(byName).Where(b => args.Contains(b.Key)))
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
if (args.Length == 0)
{
    await File.WriteAllTextAsync(Path.Combine(SourceFolder(), "RESULTS.md"), ResultTable.File(table));
}

return figures.All(f => f.Met != false) ? 0 : 1;

static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
