using Azure.Storage.Blobs;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>A scan handed in over HTTP, checked, hashed and filed, beside the blob SDK's own upload of the same file; and the memory of eight large ones at once.</summary>
internal static class UploadBenchmark
{
    private const int Rounds = 31;
    private const int Megabyte = 1024 * 1024;
    private const int AtOnce = 8;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await using var office = Office.Open(connection, "upload", "Development");
        var units = Trees.Flat(Rounds + AtOnce + 3);
        await office.Get<IOrganizations>().SaveAllAsync(units, "bench", default);
        using var client = await office.ServeAsync();
        var container = new BlobContainerClient(connection, "raw");
        await container.CreateAsync();
        await using var bare = await BareUpload.StartAsync(container);
        return [.. await TimeAsync(client, bare.Client, container, units), await MemoryAsync(client, units)];
    }

    private static async Task<IReadOnlyList<Figure>> TimeAsync(
        HttpClient client, HttpClient bare, BlobContainerClient container, IReadOnlyList<Organization> units)
    {
        List<double> ours = [], passed = [], direct = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var path = Scans.Write(10 * Megabyte, round);
            var unit = units[round + 1];
            direct.Add(await Timing.TakeAsync(() => RawAsync(container, path)));
            passed.Add(await Timing.TakeAsync(() => HandInAsync(bare, unit, path)));
            ours.Add(await Timing.TakeAsync(() => HandInAsync(client, unit, path)));
            File.Delete(path);
        }

        return
        [
            Figure.Of(
                "Handing in 10 MB over HTTP, against a server that hands the same stream to the SDK's upload",
                Median(ours), Median(passed), "ms", 1.3),
            Figure.Of(
                "Handing in 10 MB over HTTP, against the SDK's upload from the disk, without that way over HTTP",
                Median(ours), Median(direct), "ms", null),
        ];
    }

    /// <summary>The whole process: the server, and clients that send from the disk.</summary>
    private static async Task<Figure> MemoryAsync(HttpClient client, IReadOnlyList<Organization> units)
    {
        var paths = Enumerable.Range(0, AtOnce).Select(n => Scans.Write((30 * Megabyte) - 1000, 100 + n)).ToList();
        GC.Collect();
        var before = Environment.WorkingSet;
        var highest = before;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                highest = Math.Max(highest, Environment.WorkingSet);
                Thread.Yield();
            }
        });
        await Task.WhenAll(paths.Select((path, n) => HandInAsync(client, units[Rounds + 2 + n], path)));
        await done.CancelAsync();
        await watching;
        paths.ForEach(File.Delete);
        return Figure.Of(
            "Eight times 30 MB at once: growth of the process", (highest - before) / (double)Megabyte, 64, "MB", 1);
    }

    private static async Task HandInAsync(HttpClient client, Organization unit, string path)
    {
        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(unit.Id.Value), "organizationId" },
            { new StringContent("minutes.regular"), "kind" },
            { new StringContent("2026-11"), "period" },
            { new StreamContent(file), "file", "bien-ban.pdf" },
        };
        using var answer = await client.PostAsync(new Uri("/api/minutes", UriKind.Relative), form);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task RawAsync(BlobContainerClient container, string path)
    {
        await using var file = File.OpenRead(path);
        await container.GetBlobClient(Path.GetFileName(path)).UploadAsync(file);
    }

    /// <summary>Without the first, which warms everything up.</summary>
    private static double Median(List<double> values) => Timing.MedianOf(values.Skip(1));
}
