using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Content.Scan;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Minutes.Photos;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    private const string ScanHostKey = "Scan:ClamdHost";
    private const string ScanPortKey = "Scan:ClamdPort";

    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        var scan = Scan(configuration);
        services.AddSingleton(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            return new CheckContent(scan is null ? null : new ClamdScanner(scan, time), time);
        });
        services.AddSingleton<MinutesLetters>().AddSingleton<IReturnNotice, ReturnNotice>();
        services.AddSingleton<DescribeMinutes>().AddForms();
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
        services.AddSingleton<RefusalSentence>(MinutesRefusalTexts.Of);
        services.AddSingleton(new SecretMarks(SecretMark.IsInTitle, SecretMark.IsInText));
        services.AddSingleton<KnownContacts>().AddSingleton<ResolveUnit>().AddSingleton<MatchUnit>().AddSingleton<UnpackMail>();
        services.AddSingleton<FileDocuments>().AddSingleton<AnswerWords>().AddSingleton<AnswerMail>().AddSingleton<IMailFiling, FileOne>();
        return services.AddSingleton<ReadIntake>().AddSingleton<OpenIntakeFile>().AddSingleton<AssignMail>().AddSingleton<DiscardMail>();
    }

    /// <summary>Null: no scanner is wanted. An address that is wrong or silent never means that.</summary>
    private static ScanOptions? Scan(IConfiguration configuration)
    {
        if (configuration.Text(ScanHostKey) is not { } host)
        {
            return null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw Settings.Wrong(ScanHostKey, $"must be a host name or an address without a port, not `{host}`");
        }

        return configuration.Text(ScanPortKey) is not { } text ? new(host)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue
                ? new(host, port)
                : throw Settings.Wrong(ScanPortKey, $"must be a port number, not `{text}`");
    }
}
