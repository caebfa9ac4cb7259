using System.Text.Json;
using NCrontab;

namespace ServerlessParty.Hosting.Timers;

/// <summary>When a function runs, as its <c>function.json</c> says: six fields, seconds first, in UTC.</summary>
public sealed class TimerSchedule
{
    private readonly CrontabSchedule _cron;

    private TimerSchedule(string function, CrontabSchedule cron)
    {
        Function = function;
        _cron = cron;
    }

    public string Function { get; }

    /// <exception cref="StartRefusedException"><paramref name="expression"/> is not a schedule of six fields.</exception>
    public static TimerSchedule Of(string function, string expression)
    {
        var cron = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return cron is null
            ? throw new StartRefusedException($"{function}/function.json: `{expression}` is not a schedule of six fields.")
            : new(function, cron);
    }

    /// <summary>The schedules of all timers whose <c>{Function}/function.json</c> lies under <paramref name="root"/>.</summary>
    public static IReadOnlyList<TimerSchedule> ReadAll(string root) =>
    [
        .. Directory.EnumerateDirectories(root)
            .Where(folder => File.Exists(Path.Combine(folder, "function.json")))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .OfType<TimerSchedule>(),
    ];

    /// <summary>The first slot after <paramref name="instant"/>, exclusive.</summary>
    public DateTimeOffset Next(DateTimeOffset instant) =>
        new(_cron.GetNextOccurrence(instant.UtcDateTime), TimeSpan.Zero);

    private static TimerSchedule? Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "function.json")));
        var trigger = json.RootElement.GetProperty("bindings").EnumerateArray()
            .FirstOrDefault(binding => binding.GetProperty("type").ValueEquals("timerTrigger"));
        return trigger.ValueKind == JsonValueKind.Object
            ? Of(Path.GetFileName(folder), trigger.GetProperty("schedule").GetString()!)
            : null;
    }
}
