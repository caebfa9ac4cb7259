using System.Diagnostics.Metrics;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting.Watch;

/// <summary>How many obligations are open and late, for who collects metrics: counted when somebody asks, four times an hour at most.</summary>
internal sealed partial class OwedGauge(IServiceProvider services, TimeProvider time, ILogger<OwedGauge> logger) : IHostedService, IDisposable
{
    /// <summary>Whatever is due farther away is not opened yet, or forgotten.</summary>
    private const int DaysAround = 400;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private DateTimeOffset? _asked;
    private Owed? _last;

    /// <summary>An app's own, since its gauges end with it.</summary>
    internal Meter Meter { get; } = new("ServerlessParty");

    /// <summary>The counting that is under way, or the last one.</summary>
    internal Task Counting { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Meter.CreateObservableGauge(
            "serverlessparty.obligations.open", () => Observe(owed => owed.Open), null, "Obligations not fulfilled whose due day has not passed.");
        Meter.CreateObservableGauge(
            "serverlessparty.obligations.late", () => Observe(owed => owed.Late), null, "Obligations not fulfilled whose due day has passed.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Meter.Dispose();

    /// <summary>Nothing until the first count is there.</summary>
    private IEnumerable<Measurement<long>> Observe(Func<Owed, long> of)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_asked is not { } asked || now < asked || now - asked >= Freshness)
            {
                _asked = now;
                Counting = CountAsync();
            }

            return _last is { } last ? [new(of(last))] : [];
        }
    }

    private async Task CountAsync()
    {
        await Task.Yield();
        try
        {
            var today = services.GetRequiredService<PartyCalendar>().Today;
            var (open, late) = (0L, 0L);
            var due = services.GetRequiredService<IDueIndex>();
            await foreach (var item in due.BetweenAsync(
                today.AddDays(-DaysAround), today.AddDays(DaysAround), DueStates.Reminded, CancellationToken.None))
            {
                (open, late) = item.DueOn < today ? (open, late + 1) : (open + 1, late);
            }

            _last = new(open, late);
        }
        catch (Exception failure)
        {
            LogUncounted(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What is owed could not be counted")]
    private partial void LogUncounted(Exception failure);

    private sealed record Owed(long Open, long Late);
}
