using System.Diagnostics;

namespace ServerlessParty.Hosting.Emulator;

/// <summary>
/// The storage of a local run: an emulator over a data folder. The process that started it owns the folder; a command beside
/// it uses the same emulator, a second server is refused.
/// </summary>
internal sealed class LocalStore : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly FileLock? _owner;
    private readonly AzuriteProcess? _azurite;

    private LocalStore(EmulatorEndpoints endpoints, FileLock? owner = null, AzuriteProcess? azurite = null)
    {
        Endpoints = endpoints;
        _owner = owner;
        _azurite = azurite;
    }

    public EmulatorEndpoints Endpoints { get; }

    /// <param name="dataPath">The data folder, made where it is missing.</param>
    /// <param name="mayShare">Whether the emulator of another process over the same folder will do.</param>
    /// <exception cref="StartRefusedException">In use, or the emulator cannot be installed or started.</exception>
    public static async Task<LocalStore> OpenAsync(
        string dataPath, bool mayShare, Action<string> say, CancellationToken cancellationToken)
    {
        CreateFolder(dataPath);
        var endpointsPath = Path.Combine(dataPath, "endpoints.json");
        if (FileLock.TryTake(Path.Combine(dataPath, "lock")) is not { } owner)
        {
            return mayShare
                ? new LocalStore(await RunningAsync(endpointsPath, cancellationToken))
                : throw new StartRefusedException(
                    $"The data folder {dataPath} is in use by another instance; end that one, or set Local__DataPath.");
        }

        try
        {
            return await StartAsync(dataPath, endpointsPath, owner, say, cancellationToken);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _owner?.Dispose();
    }

    private static async Task<LocalStore> StartAsync(
        string dataPath, string endpointsPath, FileLock owner, Action<string> say, CancellationToken cancellationToken)
    {
        var former = await EmulatorEndpoints.ReadAsync(endpointsPath, cancellationToken);
        File.Delete(endpointsPath);
        await WaitForEndAsync(former, cancellationToken);
        await NodeCheck.RunAsync(cancellationToken);
        var installation = await new EmulatorInstall(EmulatorInstall.Source, EmulatorInstall.Cache, say)
            .EnsureAsync(cancellationToken);
        var azurite = await AzuriteProcess.StartAsync(
            installation, Path.Combine(dataPath, "azurite"), cancellationToken);
        await azurite.Endpoints.WriteAsync(endpointsPath, cancellationToken);
        return new LocalStore(azurite.Endpoints, owner, azurite);
    }

    // The emulator of a killed app lives a moment longer to save its data; two over one folder would spoil it.
    private static async Task WaitForEndAsync(EmulatorEndpoints? former, CancellationToken cancellationToken)
    {
        if (former is null)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(former.ProcessId);
            if (former.Is(process))
            {
                await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            }
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
        catch (TimeoutException e)
        {
            throw new StartRefusedException(
                $"The former storage emulator (process {former.ProcessId}) still runs over this data folder; end it first.", e);
        }
    }

    private static async Task<EmulatorEndpoints> RunningAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (await EmulatorEndpoints.ReadAsync(path, cancellationToken) is { } running)
            {
                return running;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new StartRefusedException($"The instance that uses this data folder does not say where its storage is ({path}).");
    }

    private static void CreateFolder(string dataPath)
    {
        try
        {
            Directory.CreateDirectory(dataPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Local__DataPath: {dataPath} cannot be used: {e.Message}", e);
        }
    }
}
