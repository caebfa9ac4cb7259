namespace ServerlessParty.Hosting;

internal static class RemindersServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
