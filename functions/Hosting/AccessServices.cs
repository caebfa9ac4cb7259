namespace ServerlessParty.Hosting;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
