namespace ServerlessParty.Hosting.Timers;

/// <summary>
/// Runs every function by its schedule where no Functions host does. Slots missed while the app was down, or while a run took
/// longer than its period, give one run. A failed run is logged, and the next slot tries again.
/// </summary>
internal sealed partial class OwnTimers(
    IReadOnlyList<TimerSchedule> schedules,
    RunFunction run,
    IRunLeases leases,
    TimeProvider time,
    ILogger<OwnTimers> logger) : BackgroundService
{
    // Clocks of machines that sleep or are set jump; a wait must not be longer than we may be late.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(schedules.Select(schedule => FollowAsync(schedule, stoppingToken)));

    private async Task FollowAsync(TimerSchedule schedule, CancellationToken stoppingToken)
    {
        await Task.Yield();
        var after = await LastRunAsync(schedule, stoppingToken) ?? time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitUntilAsync(schedule.Next(after), stoppingToken);
            after = time.GetUtcNow();
            await RunAsync(schedule, stoppingToken);
        }
    }

    private async Task<DateTimeOffset?> LastRunAsync(TimerSchedule schedule, CancellationToken stoppingToken)
    {
        try
        {
            return await leases.LastRunAsync(schedule.Function, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(schedule.Function, e);
            return null;
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset slot, CancellationToken stoppingToken)
    {
        for (var left = slot - time.GetUtcNow(); left > TimeSpan.Zero; left = slot - time.GetUtcNow())
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, stoppingToken);
        }
    }

    private async Task RunAsync(TimerSchedule schedule, CancellationToken stoppingToken)
    {
        try
        {
            await run.RunAsync(schedule.Function, asOf: null, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(schedule.Function, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed")]
    private partial void LogFailed(string function, Exception error);
}
