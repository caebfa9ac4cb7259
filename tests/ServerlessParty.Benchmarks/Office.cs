using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>The whole product over one store, as a process that has just started: nothing is known yet of tables and keys.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CountingTransport _transport;

    private Office(WebApplication app, CountingTransport transport)
    {
        _app = app;
        _transport = transport;
    }

    public int Requests => _transport.Requests;

    public StorageRequests Counted => _transport.Counted;

    public PartyCalendar Calendar => Get<PartyCalendar>();

    public Store Store => Get<Store>();

    public const string Token = "the-operator-of-the-benchmarks";

    /// <param name="prefix">Which store on the emulator.</param>
    /// <param name="environment">In Development <see cref="Token"/> is an operator's.</param>
    /// <param name="mailer">Who takes letters; null: somebody who takes them all at once.</param>
    /// <param name="clock">Null: one that stands.</param>
    /// <param name="settings">More of the command line.</param>
    public static Office Open(
        string connection, string prefix, string environment = "Production", IMailer? mailer = null,
        TimeProvider? clock = null, params string[] settings)
    {
        string[] token = environment == "Development" ? [$"--Access:AdminToken={Token}", "--Local:Sample=false"] : [];
        var transport = new CountingTransport();
        var app = BackOffice.Build(
            [
                $"--environment={environment}", "--urls=http://127.0.0.1:0", "--Timers:Enabled=false",
                "--Web:PublicUrl=https://party.example.org",
                $"--Storage:ConnectionString={connection}", $"--Storage:Prefix={prefix}", .. token, .. settings,
            ],
            builder => builder.Services
                .AddSingleton(new StorageTransport { Transport = transport })
                .AddSingleton(clock ?? new StoppedClock())
                .AddSingleton(mailer ?? new TakingMailer()));
        return new(app, transport);
    }

    /// <summary>Serves, and answers a program that may do everything.</summary>
    public async Task<HttpClient> ServeAsync()
    {
        await _app.StartAsync();
        return new HttpClient
        {
            BaseAddress = new Uri(_app.Urls.First()),
            DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<RemindersPlanned> PlanAsync() => Get<PlanReminders>().RunAsync(Calendar, default);

    public Task<LettersSent> SendAsync() => Get<SendLetters>().RunAsync(Calendar, default);

    /// <summary>Sending begins today, as when somebody has just pressed the button.</summary>
    public Task ArmAsync() => Get<IReminderSettings>().ArmAsync(Calendar.Today, default);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _transport.Dispose();
    }
}
