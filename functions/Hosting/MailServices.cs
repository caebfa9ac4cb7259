using Microsoft.Extensions.Options;
using ServerlessParty.Mail;

namespace ServerlessParty.Hosting;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail"))
            .Validate(MailOptions.ProviderIsKnown, MailOptions.ProviderUnknown)
            .Validate(MailOptions.FromIsUsable, MailOptions.FromUnusable)
            .Validate(MailOptions.NameIsUsable, MailOptions.NameUnusable)
            .ValidateOnStart();
        services.AddSingleton(p => p.GetRequiredService<IOptions<MailOptions>>().Value);
        services.AddSingleton(new MailFolder(
            Path.Combine(Path.GetFullPath(configuration["Local:DataPath"] ?? ".local"), "mail")));
        return services.AddSingleton<IMailer, FolderMailer>().AddSingleton<Mailbox>();
    }
}
