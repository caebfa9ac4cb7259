using Microsoft.Extensions.Options;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Smtp;

namespace ServerlessParty.Hosting;

internal static class CarrierServices
{
    /// <summary>Whoever the settings name carries every letter, whatever it is about.</summary>
    public static IServiceCollection AddCarrier(this IServiceCollection services) => services
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
}

internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.Flaws().ToList() is { Count: > 0 } flaws
            ? ValidateOptionsResult.Fail(flaws) : ValidateOptionsResult.Success;
}
