namespace ServerlessParty.Hosting;

internal static class ObligationsServices
{
    public static IServiceCollection AddObligations(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
