using System.Diagnostics;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Seeds;

public sealed class GenerateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seeds-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Generating_again_gives_the_committed_bytes()
    {
        Assert.Equal(0, await GenerateAsync(_folder.FullName));

        foreach (var set in new[] { "hue-2013", "muong-ang-2017" })
        {
            var committed = await File.ReadAllBytesAsync(Repository.Path("seeds", set, "organizations.csv"));
            var again = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, set, "organizations.csv"));
            Assert.True(committed.AsSpan().SequenceEqual(again), $"{set}: run 'dotnet run seeds/generate.cs' and commit the result.");
        }
    }

    // Its output is not redirected: a compiler server that outlives the run would keep the pipe open.
    private static async Task<int> GenerateAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["run", Repository.Path("seeds", "generate.cs"), "--", folder])
        {
            WorkingDirectory = Repository.Root,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var generator = Process.Start(start)!;
        try
        {
            await generator.WaitForExitAsync(patience.Token);
            return generator.ExitCode;
        }
        finally
        {
            if (!generator.HasExited)
            {
                generator.Kill(entireProcessTree: true);
            }
        }
    }

    // The SDK that runs the tests tells its children where its parts are; the generator must find its own.
    private static bool IsOfTheTestRun(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
