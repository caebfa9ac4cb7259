namespace ServerlessParty.Hosting;

internal static class ClassificationServices
{
    public static IServiceCollection AddClassification(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
