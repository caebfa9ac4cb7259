using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessParty.Hosting;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>The real app with one timer function, <c>SendLetters</c>, that a test provides; leases in memory.</summary>
internal sealed class TimedOffice : IAsyncDisposable
{
    public const string Function = "SendLetters";
    public const string Token = "operator-of-the-timers";

    private readonly WebApplication _app;

    private TimedOffice(WebApplication app, InMemoryRunLeases leases)
    {
        _app = app;
        Leases = leases;
        Address = new Uri(app.Urls.Single());
    }

    public InMemoryRunLeases Leases { get; }

    public Uri Address { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="underHost">Whether the Functions host gave the app its port.</param>
    public static async Task<TimedOffice> StartAsync(
        Func<PartyCalendar, CancellationToken, Task<object>> run, bool underHost, params string[] settings)
    {
        var leases = new InMemoryRunLeases();
        string[] handler = underHost ? [$"--FUNCTIONS_CUSTOMHANDLER_PORT={Ports.Free()}"] : [];
        var app = BackOffice.Build(
            [
                "--urls=http://127.0.0.1:0", "--environment=Production", "--Timers:Enabled=false",
                $"--Storage:ConnectionString={NoStore.ConnectionString}", .. handler, .. settings,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                // Nothing here asks for the ports of the store.
                builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = false);
                builder.Services.RemoveAll<TimerFunction>();
                builder.Services.AddSingleton<IRunLeases>(leases);
                builder.Services.AddSingleton<IRunWatch>(new RememberedRuns());
                builder.Services.AddSingleton(new TimerFunction(Function, (_, calendar, token) => run(calendar, token)));
            });
        await app.StartAsync();
        return new(app, leases);
    }

    public static Task<TimedOffice> DevelopmentAsync(
        Func<PartyCalendar, CancellationToken, Task<object>> run) =>
        StartAsync(run, underHost: false, "--environment=Development", $"--Access:AdminToken={Token}");

    public HttpClient Operator() => new()
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
