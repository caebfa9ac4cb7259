using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

/// <summary>
/// Loads the sample units into an empty local store once the app listens, so that the first page shows something. A load that
/// broke off is completed by the next start.
/// </summary>
internal sealed partial class SampleData(
    IServiceScopeFactory scopes, IOrganizations organizations, SampleMark mark, IHostApplicationLifetime lifetime,
    ILogger<SampleData> logger) : BackgroundService
{
    private static readonly string FilePath = Path.Combine(AppContext.BaseDirectory, "sample", "organizations.csv");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync().WaitAsync(stoppingToken);
            if (await IsWantedAsync(stoppingToken))
            {
                await LoadAsync(stoppingToken);
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(e);
        }
    }

    private Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private async Task<bool> IsWantedAsync(CancellationToken cancellationToken) =>
        mark.State is SampleState.Loading
        || (mark.State is SampleState.None && await organizations.StampAsync(cancellationToken) is null);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        LogLoading();
        await mark.SetAsync(SampleState.Loading, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await using var file = File.OpenRead(FilePath);
        var import = scope.ServiceProvider.GetRequiredService<ImportOrganizations>();
        var outcome = await import.RunAsync(file, dryRun: false, AuditNote.System, cancellationToken);
        if (outcome is ImportOutcome.Taken { Report: var report })
        {
            await mark.SetAsync(SampleState.Loaded, cancellationToken);
            LogLoaded(report.Created + report.Updated + report.Unchanged);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is empty: loading the sample data (Local__Sample=false starts without)")]
    private partial void LogLoading();

    [LoggerMessage(Level = LogLevel.Information, Message = "Sample data loaded: {Units} units")]
    private partial void LogLoaded(int units);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample data could not be loaded; the next start tries again")]
    private partial void LogFailed(Exception error);
}
