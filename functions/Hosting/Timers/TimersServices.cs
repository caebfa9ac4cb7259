using ServerlessParty.Storage.Blobs;

namespace ServerlessParty.Hosting.Timers;

internal static class TimersServices
{
    public static IServiceCollection AddTimers(this IServiceCollection services, IConfiguration configuration, RunMode mode)
    {
        services.AddSingleton<IRunLeases, BlobLeases>();
        services.AddSingleton<RunFunction>();
        if (mode.HandlerPort is { } port)
        {
            services.AddSingleton(new TriggerGuard(port));
            services.AddSingleton<HandlerEnvelope>();
        }
        else if (configuration.Flag("Timers:Enabled", otherwise: true))
        {
            services.AddSingleton(TimerSchedule.ReadAll(AppContext.BaseDirectory));
            services.AddHostedService<OwnTimers>();
        }

        return services;
    }

    /// <summary>Puts the clock of runs over the clock there is: the real one, or a test's.</summary>
    public static void AddRunClock(this IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(TimeProvider)).ImplementationInstance as TimeProvider;
        var clock = new RunClock(real ?? TimeProvider.System);
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
    }

    /// <summary>First of all, so that nothing else sees what the Functions host sends.</summary>
    public static void UseTriggers(this WebApplication app, RunMode mode)
    {
        if (mode.UnderFunctionsHost)
        {
            app.UseMiddleware<HandlerEnvelope>();
        }
    }
}
