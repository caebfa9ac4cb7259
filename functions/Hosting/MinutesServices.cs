using ServerlessParty.Minutes.Letters;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services.AddSingleton<MinutesLetters>();
    }
}
