using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>One process on a store: a whole object graph of the product, whose line to the outside may be cut.</summary>
internal sealed class FaultProcess : IDisposable
{
    private readonly ServiceProvider _provider;

    /// <param name="carrier">Takes the letters by the product's own SendGrid mailer; null: they go into the folder.</param>
    public FaultProcess(FaultStore store, FaultCut cut, int runCap, SendGridStub? carrier = null)
    {
        Line = new(cut);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = store.Azurite.ConnectionString,
            ["Storage:Prefix"] = store.Prefix,
            ["Local:DataPath"] = store.DataPath,
            ["Mail:Provider"] = carrier is null ? "Folder" : "SendGrid",
            ["Mail:SendGrid:ApiKey"] = SendGridStub.Key,
            ["Mail:SendGrid:BaseUrl"] = carrier?.Address.ToString() ?? "https://api.sendgrid.com",
        }).Build();
        _provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(store.Clock)
            .AddLogging()
            .AddStorage(configuration)
            .AddOrganizations(configuration)
            .AddObligations(configuration)
            .AddMinutes(configuration)
            .AddClassification(configuration)
            .AddReminders(configuration)
            .AddMail(configuration)
            .AddSingleton(new LinkBase(new Uri("https://party.example.org")))
            .AddSingleton<UnitLinks>()
            .AddSingleton<IUnitLinks>(p => p.GetRequiredService<UnitLinks>())
            .AddSingleton<HandInTokens>()
            .AddSingleton<IHandInTokens>(p => p.GetRequiredService<HandInTokens>())
            .AddSingleton<IHandInAddresses>(p => p.GetRequiredService<HandInTokens>())
            .AddSingleton<ISecretaryLinks, SecretaryLinks>()
            .AddSingleton<OpenUnitLink>()
            .AddSingleton<VerifyChain>()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton(new StorageTransport { Transport = Line })
            .AddSingleton(new ReminderOptions(runCap, ArmedByDefault: false, "Ban Tổ chức Tỉnh ủy"))
            .AddSingleton(p => new SendGridLine(p.GetRequiredService<MailOptions>().SendGrid, new FaultCarrierLine(Line)))
            .AddSingleton<IMailer>(p => carrier is null
                ? new FaultMailer(p.GetRequiredService<FolderMailer>(), Line)
                : new FaultCarrier(p.GetRequiredService<SendGridMailer>()))
            .BuildServiceProvider();
    }

    public FaultLine Line { get; }

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public Task<RemindersPlanned> PlanAsync() => Get<PlanReminders>().RunAsync(Get<PartyCalendar>(), default);

    public Task<LettersSent> SendAsync() => Get<SendLetters>().RunAsync(Get<PartyCalendar>(), default);

    public Task<ObligationOutcome> ActAsync(ObligationKey key, ObligationAct act) =>
        Get<ActOnObligation>().RunAsync(key, act, "test", default);

    public void Dispose() => _provider.Dispose();
}
