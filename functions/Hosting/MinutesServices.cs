using ServerlessParty.Mail;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Letters;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddSingleton<SendEventLetter>().AddSingleton<MinutesLetters>();
        services.AddSingleton<CheckContent>();
        return services.AddSingleton<ReceiveMinutes>().AddSingleton<FindMinutes>().AddSingleton<FindSharedBytes>();
    }
}
