using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddSingleton<MinutesLetters>().AddSingleton<IReturnNotice, ReturnNotice>();
        services.AddSingleton<CheckContent>();
        services.AddSingleton<FinishMinutes>().AddSingleton<IHousework>(p => p.GetRequiredService<FinishMinutes>());
        return services.AddSingleton<ReceiveMinutes>().AddSingleton<FindMinutes>().AddSingleton<FindSharedBytes>();
    }
}
