using ServerlessParty.Minutes.Pages;

namespace ServerlessParty.Hosting;

internal static class MinutesPagesServices
{
    public static IServiceCollection AddMinutesPages(this IServiceCollection services) => services
        .AddTransient<HandInDocument>()
        .AddTransient<HandInReading>()
        .AddTransient<UnitMinutesReading>()
        .AddTransient<DocumentReading>();
}
