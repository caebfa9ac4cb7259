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

    public PartyCalendar Calendar => Get<PartyCalendar>();

    public Store Store => Get<Store>();

    /// <param name="prefix">Which store on the emulator.</param>
    /// <param name="mailer">Who takes letters; null: somebody who takes them all at once.</param>
    /// <param name="settings">More of the command line.</param>
    public static Office Open(string connection, string prefix, IMailer? mailer = null, params string[] settings)
    {
        var transport = new CountingTransport();
        var app = BackOffice.Build(
            [
                "--environment=Production", "--urls=http://127.0.0.1:0", "--Timers:Enabled=false",
                "--Web:PublicUrl=https://party.example.org",
                $"--Storage:ConnectionString={connection}", $"--Storage:Prefix={prefix}",
                .. settings,
            ],
            builder => builder.Services
                .AddSingleton(new StorageTransport { Transport = transport })
                .AddSingleton<TimeProvider>(new StoppedClock())
                .AddSingleton(mailer ?? new TakingMailer()));
        return new(app, transport);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<RemindersPlanned> PlanAsync() => Get<PlanReminders>().RunAsync(Calendar, default);

    public Task<LettersSent> SendAsync() => Get<SendLetters>().RunAsync(Calendar, default);

    /// <summary>Sending begins today, as when somebody has just pressed the button.</summary>
    public Task ArmAsync() => Get<IReminderSettings>().ArmAsync(Calendar.Today, default);

    /// <summary>Lets the app answer requests.</summary>
    public async Task<HttpClient> ServeAsync()
    {
        await _app.StartAsync();
        return new HttpClient { BaseAddress = new Uri(_app.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _transport.Dispose();
    }
}
