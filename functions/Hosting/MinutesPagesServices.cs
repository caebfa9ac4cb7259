using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Pages;
using ServerlessParty.Minutes.Photos;

namespace ServerlessParty.Hosting;

internal static class MinutesPagesServices
{
    public static IServiceCollection AddMinutesPages(this IServiceCollection services) => services
        .AddSingleton<PhotosToPdf>()
        .AddSingleton<MinutesFormReader>()
        .AddTransient<HandInDocument>()
        .AddTransient<HandInReading>()
        .AddTransient<UnitMinutesReading>()
        .AddTransient<DocumentReading>();
}
