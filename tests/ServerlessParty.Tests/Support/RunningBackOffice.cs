using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;

namespace ServerlessParty.Tests.Support;

/// <summary>The real app on a port that the system chooses, in Development, with its clock stopped and its store in memory.</summary>
internal sealed class RunningBackOffice : IAsyncDisposable
{
    public const string AdminToken = "the-operator-of-the-tests";

    private readonly string _data = Directory.CreateTempSubdirectory().FullName;
    private WebApplication? _app;

    private RunningBackOffice() => Minutes = new(Owed);

    public StoppedClock Clock { get; } = StoppedClock.At("2026-11-24T02:00:00Z");

    public FixedTree Tree { get; } = new();

    public InMemoryGrants Grants { get; } = new();

    public EventLetters Letters { get; } = new();

    public OwedList Owed { get; } = new();

    public ShortTrail Trail { get; } = new();

    public InMemoryMinutes Minutes { get; }

    public WebApplication App => _app ?? throw new InvalidOperationException("Not started.");

    /// <param name="extend">Adds to the app before it starts.</param>
    /// <param name="settings">More of the command line; the last word on a setting counts.</param>
    public static async Task<RunningBackOffice> StartAsync(
        Action<WebApplication>? extend = null, string environment = "Development", params string[] settings)
    {
        var office = new RunningBackOffice();
        string[] token = environment == "Development" ? [$"--Access:AdminToken={AdminToken}"] : [];
        office._app = BackOffice.Build(
            [
                "--urls=http://127.0.0.1:0", $"--environment={environment}", "--Timers:Enabled=false", "--Local:Sample=false",
                $"--Storage:ConnectionString={NoStore.ConnectionString}",
                "--Web:PublicUrl=http://party.example.org", $"--Local:DataPath={office._data}", .. token, .. settings,
            ],
            office.Replace);
        extend?.Invoke(office._app);
        await office._app.StartAsync();
        return office;
    }

    /// <summary>A browser of its own: keeps cookies, follows no redirect.</summary>
    public HttpClient Browser() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(App.Urls.First()) };

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private void Replace(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // Ports that these tests never ask for may be missing.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new StorageTransport { Transport = new HttpClientTransport(new NoStore()) })
            .AddSingleton<IOrganizations>(Tree)
            .AddSingleton<IGrants>(Grants)
            .AddSingleton<ISignInTokens, InMemorySignInTokens>()
            .AddSingleton<ISecretKeys, InMemorySecretKeys>()
            .AddSingleton<ILetters>(Letters)
            .AddSingleton<ILetterTemplates>(new OwnTemplates())
            .AddSingleton<IObligations>(Owed)
            .AddSingleton<IAuditTrail>(Trail)
            .AddSingleton<IMinutes>(Minutes)
            .AddSingleton<IMinutesIndex>(Minutes)
            // A return moves the day from which reminders count; there are none here to move.
            .AddSingleton<IDueDayWatch, NoReminders>()
            .AddSingleton<IContactWatch, NoReminders>()
            .AddSingleton<IAuditAnchors, InMemoryAnchors>()
            .PostConfigure<KeyManagementOptions>(keys => keys.XmlRepository = new InMemoryKeyRing());
    }

    private sealed class NoReminders : IDueDayWatch, IContactWatch
    {
        public Task ReplacingAsync(OrganizationId unit, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task MovedAsync(ObligationKey key, DateOnly oldDueOn, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
