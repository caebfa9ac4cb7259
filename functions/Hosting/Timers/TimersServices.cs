using ServerlessParty.Hosting.Watch;
using ServerlessParty.Obligations;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting.Timers;

internal static class TimersServices
{
    public static IServiceCollection AddTimers(this IServiceCollection services, IConfiguration configuration, RunMode mode)
    {
        services.AddSingleton<RunFunction>().AddSingleton<IRunWatch, RunWatch>();
        services.AddSingleton<IHousework, TrimRuns>();
        // Where no timer is meant to run, none is late.
        var schedules = new Lazy<IReadOnlyList<TimerSchedule>>(
            () => mode.UnderFunctionsHost || AreOn(configuration) ? TimerSchedule.ReadAll(AppContext.BaseDirectory) : []);
        services.AddSingleton(p => new TimerWatch(
            schedules.Value, p.GetRequiredService<IRunLeases>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IBanner, TimersBanner>();
        if (mode.HandlerPort is { } port)
        {
            services.AddSingleton(new TriggerGuard(port));
            services.AddSingleton<HandlerEnvelope>();
        }
        else if (AreOn(configuration))
        {
            services.AddSingleton(schedules.Value);
            services.AddHostedService<OwnTimers>();
        }

        return services;
    }

    private static bool AreOn(IConfiguration configuration) => configuration.Flag("Timers:Enabled", otherwise: true);

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
