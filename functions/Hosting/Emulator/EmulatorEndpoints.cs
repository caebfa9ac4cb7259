using System.Diagnostics;
using System.Text.Json;

namespace ServerlessParty.Hosting.Emulator;

/// <summary>Where a running emulator listens; kept under the data path, so that commands find it.</summary>
/// <param name="ProcessId">The emulator's process id.</param>
/// <param name="Started">When that process began: ids are used again.</param>
public sealed record EmulatorEndpoints(Uri Blob, Uri Table, int ProcessId, DateTimeOffset Started)
{
    private const string Account = "devstoreaccount1";

    // Published with every emulator of Azure Storage; no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // The system gives start times by clock ticks, and not always the same one.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={new Uri(Blob, Account)};TableEndpoint={new Uri(Table, Account)}";

    /// <summary>Reads the wrapper's ready line.</summary>
    internal static EmulatorEndpoints Parse(string line, Process process) =>
        JsonSerializer.Deserialize<EmulatorEndpoints>(line, Json)! with
        {
            ProcessId = process.Id,
            Started = process.StartTime,
        };

    /// <summary>Whether <paramref name="process"/> is the emulator meant here, and not a later one with its id.</summary>
    internal bool Is(Process process) => (process.StartTime - Started).Duration() < StartTolerance;

    internal static async Task<EmulatorEndpoints?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<EmulatorEndpoints>(file, Json, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    internal async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var draft = $"{path}.draft";
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(this, Json), cancellationToken);
        File.Move(draft, path, overwrite: true);
    }
}
