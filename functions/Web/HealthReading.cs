using System.Text.Json.Nodes;

namespace ServerlessParty.Web;

/// <summary>
/// Asks all parts at once, with patience for each, and keeps the answer some seconds: it is open to all, and must not let a
/// stranger make the store work. Only storage, and a store that this executable must not use, make the product unhealthy.
/// </summary>
internal sealed partial class HealthReading(
    IHealthProbe probe, ISendingHealth sending, IEnumerable<IHealthPart> parts, TimeProvider time, ILogger<HealthReading> logger)
{
    /// <summary>How long a part may take to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private (Task<HealthAnswer> Answer, DateTimeOffset At)? _known;

    public Task<HealthAnswer> GetAsync()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_known is not { } known || now < known.At || now - known.At >= Freshness)
            {
                _known = known = (ReadAsync(), now);
            }

            return known.Answer;
        }
    }

    private async Task<HealthAnswer> ReadAsync()
    {
        if (await AskAsync(async token => (bool?)await probe.IsHealthyAsync(token)) != true)
        {
            return new(false, new() { ["status"] = "Unhealthy", ["storage"] = "Unhealthy" });
        }

        var letters = AskAsync(async token => await sending.ReadAsync(token));
        var asked = parts.Select(async part => (part.Name, Said: await AskAsync(part.ReadAsync))).ToList();
        var said = (await Task.WhenAll(asked)).Where(p => p.Said is not null).ToList();
        var isHealthy = !said.Exists(p => p.Said!.IsSick);
        var json = new JsonObject { ["status"] = isHealthy ? "Healthy" : "Unhealthy", ["storage"] = "Healthy" };
        foreach (var (name, part) in said)
        {
            json[name] = part!.State;
        }

        if (await letters is { } standing)
        {
            json["sending"] = Json(standing);
        }

        return new(isHealthy, json);
    }

    private static JsonObject Json(SendingHealth standing)
    {
        var json = new JsonObject { ["state"] = standing.State };
        if (standing.PausedUntil is { } until)
        {
            json["pausedUntil"] = until;
        }

        json["uncertain"] = standing.Uncertain;
        json["failed"] = standing.Failed;
        return json;
    }

    /// <returns>Null when there was no answer in time.</returns>
    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var giveUp = new CancellationTokenSource();
        try
        {
            // WaitAsync as well: what is stuck in a name lookup does not look at its token.
            return await ask(giveUp.Token).WaitAsync(Patience, time);
        }
        catch (Exception failure)
        {
            LogDown(failure);
            return default;
        }
        finally
        {
            await giveUp.CancelAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What /healthz asks for is not answered")]
    private partial void LogDown(Exception failure);
}

/// <param name="Body">What is told.</param>
internal sealed record HealthAnswer(bool IsHealthy, JsonObject Body);
