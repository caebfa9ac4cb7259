using Microsoft.Extensions.Options;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Hosting;

internal static class MailServices
{
    private const string LanguageKey = "Store:Language";

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
        services.AddOptions<InboundOptions>().Bind(configuration.GetSection("Mail:Inbound"));
        services.AddSingleton(p => p.GetRequiredService<IOptions<InboundOptions>>().Value);
        return services.AddSingleton(Language(configuration))
            .AddSingleton<IMailer, FolderMailer>().AddSingleton<Mailbox>()
            .AddSingleton<LetterHtml>().AddSingleton<SendEventLetter>();
    }

    private static StoreLanguage Language(IConfiguration configuration) => configuration.Text(LanguageKey) switch
    {
        null => StoreLanguage.Vietnamese,
        ("vi" or "en") and var code => new(code),
        var other => throw Settings.Wrong(LanguageKey, $"must be vi or en, not `{other}`"),
    };
}
