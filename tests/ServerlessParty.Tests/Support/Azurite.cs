using System.Diagnostics;

namespace ServerlessParty.Tests.Support;

/// <summary>
/// The storage emulator of a test run: one process for all tests, in memory, on ports the system chooses. It ends with the test
/// process, also a killed one, since it ends when its standard input closes. Tests stay apart by <see cref="UniqueName"/>.
/// </summary>
public sealed class Azurite
{
    public const string Account = "devstoreaccount1";

    /// <summary>The emulator's published key; no secret.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Wrapper =
        "process.stdin.on('end', () => process.exit(0)).resume(); require('azurite/dist/src/azurite.js');";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private static readonly Lazy<Task<Azurite>> Shared = new(StartAsync);

    // Kept, or the collector would close its standard input and so end it.
    private readonly Process _process;

    private Azurite(Process process, Uri blobs, Uri tables)
    {
        _process = process;
        BlobEndpoint = new Uri(blobs, Account);
        TableEndpoint = new Uri(tables, Account);
    }

    public bool IsRunning => !_process.HasExited;

    public Uri BlobEndpoint { get; }

    public Uri TableEndpoint { get; }

    public string ConnectionString =>
        $"AccountName={Account};AccountKey={Key};BlobEndpoint={BlobEndpoint};TableEndpoint={TableEndpoint}";

    /// <summary>The emulator of this run, started by the first that asks.</summary>
    public static Task<Azurite> SharedAsync() => Shared.Value;

    /// <summary>A name no other test has, good for a table or a container: lower-case letters and digits.</summary>
    /// <param name="prefix">1 to 40 lower-case ASCII letters.</param>
    public static string UniqueName(string prefix) => prefix + Guid.NewGuid().ToString("N")[..16];

    private static async Task<Azurite> StartAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = await AzuriteInstall.EnsureAsync(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-e", Wrapper, "azurite", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        return await ReadEndpointsAsync(Process.Start(start)!).WaitAsync(StartLimit);
    }

    private static async Task<Azurite> ReadEndpointsAsync(Process process)
    {
        // A pipe nobody reads would fill and stop the emulator.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Uri? blobs = null, tables = null;
        while (blobs is null || tables is null)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("The storage emulator ended before it listened.");
            blobs ??= Endpoint(line, "Azurite Blob service is successfully listening at ");
            tables ??= Endpoint(line, "Azurite Table service is successfully listening at ");
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new Azurite(process, blobs, tables);
    }

    private static Uri? Endpoint(string line, string before) =>
        line.Contains(before, StringComparison.Ordinal) ? new Uri(line[(line.LastIndexOf(' ') + 1)..].Trim()) : null;
}
