using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Photos;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton(_ => FormalityRulesFile.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "formality.json")))
        .AddSingleton<FormalitySignals>()
        .AddSingleton<MinutesFormReader>()
        .AddSingleton<PhotosToPdf>();
}
