using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;

namespace ServerlessParty.Benchmarks;

/// <summary>What the whole country would ask of Azure in a month, and cost: counted once in the sample province, and multiplied.</summary>
internal static class ProjectionBenchmark
{
    private const int Posts = 20;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var counted = await CountedMonth.RunAsync(connection);
        var timers = await TimersAsync(connection);
        var province = Projection.Of(Nation.CellsPerProvince, counted, timers, await PostAsync(connection));
        await File.WriteAllTextAsync(Path.Combine(Folder(), "PROJECTION.md"), ProjectionPage.Of(province, counted));
        return [];
    }

    /// <summary>Each in a process that has just started, over a store in which nobody owes anything.</summary>
    private static async Task<List<(Usage Run, double Times)>> TimersAsync(string connection)
    {
        List<(Usage, double)> timers = [];
        await using (var first = Office.Open(connection, "nothing"))
        {
            // The first run of a store's life makes its tables.
            await first.Get<RunFunction>().RunAsync(nameof(OpenPeriods), asOf: null, default);
        }

        foreach (var (function, slots) in IdleBenchmark.SlotsPerDay())
        {
            await using var office = Office.Open(connection, "nothing");
            var run = await Usage.OfAsync(office, 1, () => office.Get<RunFunction>().RunAsync(function, asOf: null, default));
            timers.Add((run, slots * Nation.DaysPerMonth));
        }

        return timers;
    }

    private static async Task<Usage> PostAsync(string connection)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var office = Office.Open(connection, "posts", settings: EventPost.Settings(key));
        using var client = await office.ServeAsync();
        var letters = await EventPost.FillAsync(office, Posts * Nation.EventsPerPost);
        var posts = letters.Chunk(Nation.EventsPerPost).Select(part => EventPost.Of(part, key)).ToList();
        var all = await Usage.OfAsync(office, Posts, async () =>
        {
            foreach (var post in posts)
            {
                await EventPost.SendAsync(client, post, default);
            }
        });
        return all * (1.0 / Posts);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
