using Microsoft.Extensions.DependencyInjection.Extensions;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting.Timers;

/// <summary>A use case that a timer runs.</summary>
/// <param name="Name">The function's name in <c>{Name}.function.json</c> and in <c>POST /api/runs/{Name}</c>: the use case's class.</param>
/// <param name="RunAsync">Runs it by the calendar of the run and answers its counts.</param>
public sealed record TimerFunction(
    string Name, Func<IServiceProvider, PartyCalendar, CancellationToken, Task<object>> RunAsync);

internal static class TimerRegistration
{
    /// <summary>Says that a timer runs <typeparamref name="TUseCase"/>, whose schedule lies beside it.</summary>
    public static IServiceCollection AddTimer<TUseCase, TCounts>(
        this IServiceCollection services, Func<TUseCase, PartyCalendar, CancellationToken, Task<TCounts>> run)
        where TUseCase : class
        where TCounts : notnull
    {
        services.TryAddTransient<TUseCase>();
        return services.AddSingleton(new TimerFunction(
            typeof(TUseCase).Name,
            async (provider, calendar, cancellationToken) =>
                await run(provider.GetRequiredService<TUseCase>(), calendar, cancellationToken)));
    }
}
