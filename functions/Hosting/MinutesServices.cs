using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration) => services
        .AddNeighbours()
        .AddMinutesByMail(configuration);

    private static IServiceCollection AddNeighbours(this IServiceCollection services) => services
        .AddSingleton<SendEventLetter>()
        .AddSingleton(NotHere<IMinutes>)
        .AddSingleton(NotHere<IHandInTokens>)
        .AddSingleton(NotHere<HandInMinutes>)
        .AddSingleton(NotHere<JoinPhotos>)
        .AddSingleton<CheckDocument>(new CheckContent().RunAsync)
        .AddSingleton<RefusalSentence>(code => code)
        .AddSingleton(new SecretMarks(_ => false, _ => false));

    private static T NotHere<T>(IServiceProvider provider) =>
        throw new NotSupportedException($"{typeof(T).Name} comes with another part ({provider.GetType().Name}).");

    private static IServiceCollection AddMinutesByMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new AnswerOptions(
            CultureInfo.GetCultureInfo(configuration.Text("Store:Language") ?? "vi"),
            provider.GetRequiredService<MailOptions>().From.ToLowerInvariant()));
        services.AddSingleton<KnownContacts>().AddSingleton<ResolveUnit>().AddSingleton<MatchUnit>().AddSingleton<UnpackMail>();
        services.AddSingleton<FileDocuments>().AddSingleton<AnswerMail>().AddSingleton<IMailFiling, FileOne>();
        return services.AddSingleton<ReadIntake>().AddSingleton<OpenIntakeFile>().AddSingleton<AssignMail>().AddSingleton<DiscardMail>();
    }
}
