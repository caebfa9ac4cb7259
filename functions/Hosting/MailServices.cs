using Microsoft.Extensions.Options;
using ServerlessParty.Access;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.Setup;
using ServerlessParty.Mail.Smtp;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Addresses;

namespace ServerlessParty.Hosting;

internal static class MailServices
{
    private const string LanguageKey = "Store:Language";

    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton(p => p.GetRequiredService<IOptions<MailOptions>>().Value);
        services.AddSingleton(new MailFolder(
            Path.Combine(Path.GetFullPath(configuration["Local:DataPath"] ?? ".local"), "mail")));
        return services.AddSingleton(Language(configuration))
            .AddCarrier().AddSingleton<Mailbox>()
            .AddSingleton<LetterHtml>().AddSingleton<SendEventLetter>()
            .AddTemplates()
            .AddSingleton(new HookCode(configuration.Text("Hooks:Code")))
            .AddSingleton<ReceiveMailEvents>()
            .AddSetup()
            .AddInbound(configuration);
    }

    private static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<LetterTemplates>()
        .AddSingleton<ILetterTemplates>(p => p.GetRequiredService<LetterTemplates>())
        .AddSingleton<ChangeTemplate>()
        .AddSingleton<FindTemplates>()
        .AddSingleton<EventLetterPreview>()
        .AddSingleton<ITemplatePreviews, ReminderPreviews>()
        .AddSingleton<ITemplatePreviews, AddressPreviews>()
        .AddSingleton<ITemplatePreviews, MinutesPreviews>()
        .AddSingleton<ITemplatePreviews, InboundPreviews>()
        .AddSingleton<ITemplatePreviews, AccessPreviews>();

    private static IServiceCollection AddSetup(this IServiceCollection services) => services
        .AddSingleton(p => new MailPlace(p.GetRequiredService<IOptions<WebOptions>>().Value.Url))
        .AddSingleton<MailRecords>()
        .AddSingleton<IDnsRecords, DnsRecords>()
        .AddSingleton<SmtpLogin>()
        .AddSingleton<CheckMail>();

    private static IServiceCollection AddInbound(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Inbound(configuration))
        .AddSingleton<ReceiveMail>()
        .AddTimer<FileMail, MailFiled>((useCase, _, cancellationToken) => useCase.RunAsync(cancellationToken));

    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    private static InboundOptions Inbound(IConfiguration configuration)
    {
        const string DomainKey = "Mail:Inbound:Domain", KeyKey = "Mail:Inbound:PublicKey";
        var domain = configuration.Text(DomainKey)?.ToLowerInvariant();
        if (domain is not null && InboundOptions.DomainFlaw(domain) is { } flaw)
        {
            throw Settings.Wrong(DomainKey, flaw);
        }

        HookSignature? signature = null;
        if (configuration.Text(KeyKey) is { } key && !HookSignature.TryCreate(key, out signature))
        {
            throw Settings.Wrong(KeyKey, "must be a P-256 public key, as base64 of its SubjectPublicKeyInfo");
        }

        return new()
        {
            Enabled = configuration.Flag("Mail:Inbound:Enabled", otherwise: false),
            Domain = domain,
            Signature = signature,
        };
    }

    private static StoreLanguage Language(IConfiguration configuration) => configuration.Text(LanguageKey) switch
    {
        null => StoreLanguage.Vietnamese,
        ("vi" or "en") and var code => new(code),
        var other => throw Settings.Wrong(LanguageKey, $"must be vi or en, not `{other}`"),
    };
}
