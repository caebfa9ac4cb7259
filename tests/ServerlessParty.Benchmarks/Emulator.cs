using System.Text.Json;
using ServerlessParty.Hosting.Emulator;

namespace ServerlessParty.Benchmarks;

/// <summary>The emulator that the product starts for a local run, its data in memory.</summary>
internal static class Emulator
{
    public static async Task<AzuriteProcess> StartAsync()
    {
        var install = new EmulatorInstall(EmulatorInstall.Source, EmulatorInstall.Cache, Console.Error.WriteLine);
        return await AzuriteProcess.StartAsync(await install.EnsureAsync(default), data: null, default);
    }

    public static string Version()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(EmulatorInstall.Source, "package.json")));
        return package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString()!;
    }
}
