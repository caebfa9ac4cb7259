using System.Runtime.CompilerServices;
using ServerlessParty.Benchmarks;

// dotnet run -c Release --project tests/ServerlessParty.Benchmarks
//   [-- import planning sending carrier events size upload search timer idle start chain]
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
    ["timer"] = TimerBenchmark.RunAsync,
    ["idle"] = IdleBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["chain"] = _ => Task.FromResult(ChainBenchmark.Run()),
};
if (args.FirstOrDefault(name => !all.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark `{unknown}`; there are: {string.Join(", ", all.Keys)}.");
    return 2;
}

var figures = new List<Figure>();
foreach (var (name, run) in all.Where(b => args.Length == 0 || args.Contains(b.Key)))
{
    // Each in an emulator of its own: what one leaves must not slow the next.
    Console.Error.WriteLine($"{name} ...");
    await using var emulator = await Emulator.StartAsync();
    figures.AddRange(await run(emulator.Endpoints.ConnectionString));
}

var table = ResultTable.Of(figures);
Console.WriteLine(table);
if (args.Length == 0)
{
    await File.WriteAllTextAsync(Path.Combine(SourceFolder(), "RESULTS.md"), ResultTable.File(table));
}

return figures.All(f => f.Met != false) ? 0 : 1;

static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
