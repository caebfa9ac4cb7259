namespace ServerlessParty.Hosting;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        return services;
    }
}
