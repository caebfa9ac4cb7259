namespace ServerlessParty.Hosting;

internal static class OrganizationsServices
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
