namespace ServerlessParty.Hosting;

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
