using System.Diagnostics;

namespace ServerlessParty.Hosting.Emulator;

/// <summary>
/// A running Azurite. It outlives Ctrl-C until <see cref="DisposeAsync"/>, which saves its data; when the app is killed its
/// standard input closes, and it saves and ends by itself.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private AzuriteProcess(Process process, EmulatorEndpoints endpoints)
    {
        _process = process;
        Endpoints = endpoints;
    }

    public EmulatorEndpoints Endpoints { get; }

    /// <param name="installation">See <see cref="EmulatorInstall"/>.</param>
    /// <param name="data">The folder of its data; null keeps them in memory.</param>
    public static async Task<AzuriteProcess> StartAsync(
        string installation, string? data, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(EmulatorInstall.Source, "azurite.mjs"), installation, data ?? "-" },
        })!;
        var why = FirstErrorAsync(process);
        var ready = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask()
            .WaitAsync(StartLimit, cancellationToken);
        if (ready is null)
        {
            throw new StartRefusedException($"The local storage emulator did not start: {await why ?? "no reason given"}");
        }

        return new AzuriteProcess(process, EmulatorEndpoints.Parse(ready, process));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(EndLimit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // Reads to the end: a pipe that nobody reads would fill and stop the emulator.
    private static async Task<string?> FirstErrorAsync(Process process)
    {
        string? first = null;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            first ??= line;
        }

        return first;
    }
}
