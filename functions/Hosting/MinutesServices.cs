using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Minutes.Photos;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddSingleton<MinutesLetters>().AddSingleton<IReturnNotice, ReturnNotice>();
        services.AddSingleton<CheckContent>().AddSingleton<DescribeMinutes>().AddForms();
        services.AddSingleton<FinishMinutes>().AddSingleton<IHousework>(p => p.GetRequiredService<FinishMinutes>());
        services.AddSingleton<ReceiveMinutes>().AddSingleton<FindMinutes>().AddSingleton<FindSharedBytes>();
        return services.AddMinutesByMail();
    }

    private static void AddForms(this IServiceCollection services) => services
        .AddSingleton(_ => FormalityRulesFile.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "formality.json")))
        .AddSingleton<FormalitySignals>()
        .AddSingleton<MinutesFormReader>()
        .AddSingleton<PhotosToPdf>();

    private static IServiceCollection AddMinutesByMail(this IServiceCollection services)
    {
        services.AddSingleton(p => new AnswerOptions(
            p.GetRequiredService<StoreLanguage>().Culture, p.GetRequiredService<MailOptions>().From.ToLowerInvariant()));
        services.AddSingleton<HandInMinutes>(p => p.GetRequiredService<ReceiveMinutes>().RunAsync);
        services.AddSingleton<CheckDocument>(p => p.GetRequiredService<CheckContent>().RunAsync);
        services.AddSingleton<JoinPhotos>(p => p.GetRequiredService<PhotosToPdf>().RunAsync);
        services.AddSingleton<RefusalSentence>(MinutesRefusalTexts.Get);
        services.AddSingleton(new SecretMarks(_ => false, _ => false));
        services.AddSingleton<KnownContacts>().AddSingleton<ResolveUnit>().AddSingleton<MatchUnit>().AddSingleton<UnpackMail>();
        services.AddSingleton<FileDocuments>().AddSingleton<AnswerMail>().AddSingleton<IMailFiling, FileOne>();
        return services.AddSingleton<ReadIntake>().AddSingleton<OpenIntakeFile>().AddSingleton<AssignMail>().AddSingleton<DiscardMail>();
    }
}
