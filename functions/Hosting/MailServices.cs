using Microsoft.Extensions.Options;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Smtp;

namespace ServerlessParty.Hosting;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton(p => p.GetRequiredService<IOptions<MailOptions>>().Value);
        services.AddSingleton(new MailFolder(
            Path.Combine(Path.GetFullPath(configuration["Local:DataPath"] ?? ".local"), "mail")));
        services.AddSingleton(new HookCode(configuration.Text("Hooks:Code"))).AddSingleton<ReceiveMailEvents>();
        return services.AddSingleton<Mailbox>().AddCarrier();
    }

    private static IServiceCollection AddCarrier(this IServiceCollection services) => services
        .AddSingleton<FolderMailer>()
        .AddSingleton<SmtpMailer>()
        .AddSingleton(p => new SendGridLine(p.GetRequiredService<MailOptions>().SendGrid))
        .AddSingleton<SendGridMailer>()
        .AddSingleton<IMailer>(p => p.GetRequiredService<MailOptions>().Carrier switch
        {
            MailCarrier.SendGrid => p.GetRequiredService<SendGridMailer>(),
            MailCarrier.Smtp => p.GetRequiredService<SmtpMailer>(),
            _ => p.GetRequiredService<FolderMailer>(),
        });

    private sealed class MailOptionsCheck : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Flaws().ToList() is { Count: > 0 } flaws
                ? ValidateOptionsResult.Fail(flaws) : ValidateOptionsResult.Success;
    }
}
