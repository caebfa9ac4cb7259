using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>Azure's own compiler of templates, on a copy of <c>infra/</c>; it needs no network.</summary>
internal static class Bicep
{
    private static readonly string Compiler = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Bicep").Value!;

    private static readonly Lazy<string> Copy = new(() =>
    {
        var folder = CopyInfra();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>What the compiler says of a file, line by line; nothing when it has no complaint, not even a warning.</summary>
    public static async Task<string[]> ComplaintsAsync(string verb, string file, Dictionary<string, string>? environment = null)
    {
        var (code, _, errors) = await RunAsync([verb, Path.Combine(Copy.Value, file), "--stdout"], environment);
        return [.. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), .. code == 0 ? Array.Empty<string>() : [$"exit code {code}"]];
    }

    /// <summary>The sources that the formatter would write otherwise.</summary>
    public static async Task<List<string>> UnformattedAsync()
    {
        var folder = CopyInfra();
        try
        {
            foreach (var pattern in (string[])["**/*.bicep", "*.bicepparam"])
            {
                var (code, _, errors) = await RunAsync(["format", "--pattern", Path.Combine(folder, pattern)], null);
                Assert.True(code == 0, errors);
            }

            return [.. InfraFiles.Ending(".bicep").Concat(InfraFiles.Ending(".bicepparam")).Where(
                file => File.ReadAllText(Path.Combine(folder, file)) != File.ReadAllText(Repository.Path("infra", file)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every resource that a parameter file asks for, with all that can be known before it is there.</summary>
    public static async Task<List<JsonElement>> PredictAsync(string parameterFile, Dictionary<string, string> environment)
    {
        // The compiler writes beside the file; tests run at once.
        var folder = CopyInfra();
        string[] arguments =
        [
            "snapshot", Path.Combine(folder, parameterFile), "--mode", "overwrite", "--location", "southeastasia",
            "--resource-group", "party-hue", "--subscription-id", Guid.Empty.ToString(), "--tenant-id", Guid.Empty.ToString(),
        ];
        JsonElement root;
        try
        {
            var (code, _, errors) = await RunAsync(arguments, environment);
            Assert.True(code == 0, errors);
            var snapshot = Path.Combine(folder, Path.ChangeExtension(parameterFile, ".snapshot.json"));
            root = JsonDocument.Parse(await File.ReadAllBytesAsync(snapshot)).RootElement;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Empty(root.GetProperty("diagnostics").EnumerateArray());
        return [.. root.GetProperty("predictedResources").EnumerateArray()];
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string[] arguments, Dictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Compiler, arguments);
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return await Command.RunAsync(start, TimeSpan.FromMinutes(2));
    }

    private static string CopyInfra()
    {
        var target = Directory.CreateTempSubdirectory("infra").FullName;
        foreach (var file in InfraFiles.All.Where(file => !file.StartsWith("box/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, file))!);
            File.Copy(Repository.Path("infra", file), Path.Combine(target, file));
        }

        return target;
    }
}

/// <summary>The files of <c>infra/</c>, by their paths in it.</summary>
internal static class InfraFiles
{
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(Repository.Path("infra"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path("infra"), file)).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Ending(string ending) => All.Where(file => file.EndsWith(ending, StringComparison.Ordinal));
}
