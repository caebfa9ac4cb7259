using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Hosting.Logs;
using ServerlessParty.Hosting.Operations;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Hosting.Watch;
using ServerlessParty.Mail;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Minutes.Pages;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Puts the product together.</summary>
public static class BackOffice
{
    /// <param name="args">The command line.</param>
    /// <param name="replace">Lets a test put its own clock, mailer or transport in place before the app is built.</param>
    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? replace = null) =>
        Compose(CreateBuilder(args), replace);

    internal static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Watching settings files costs start time, and nothing here would notice a change.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = AppContext.BaseDirectory,
        });

    internal static WebApplication Compose(WebApplicationBuilder builder, Action<WebApplicationBuilder>? replace = null)
    {
        var configuration = builder.Configuration;
        var mode = RunMode.Of(configuration, builder.Environment);
        builder.Services.AddSingleton(mode);
        builder.WriteQuietLogs(mode);
        builder.Listen(mode);
        builder.Services
            .AddStorage(configuration)
            .AddOrganizations(configuration)
            .AddObligations(configuration)
            .AddMinutes(configuration)
            .AddMinutesPages()
            .AddClassification(configuration)
            .AddReminders(configuration)
            .AddMail(configuration)
            .AddAccess(configuration)
            .AddWeb(configuration)
            .AddTimers(configuration, mode)
            .AddWatch()
            .AddConsole();
        LeaveKeysAlone(builder.Services);
        replace?.Invoke(builder);
        builder.Services.AddRunClock();
        var app = builder.Build();
        app.UseInvocations(mode);
        app.UseTriggers(mode);
        app.UseTrustedProxies(mode);
        app.UseWeb();
        app.UseRouting();
        app.UseAccessGuard();
        app.UseForms();
        MapAll(app);
        app.Lifetime.ApplicationStarted.Register(
            () => app.Services.GetRequiredService<LinkBase>().UseListeningAddress(new Uri(app.Urls.First())));
        return app;
    }

    // The framework would read the key ring from the store before it listens: a slow store would keep the app from starting.
    private static void LeaveKeysAlone(IServiceCollection services)
    {
        var preload = services.FirstOrDefault(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService");
        if (preload is not null)
        {
            services.Remove(preload);
        }
    }

    private static void MapAll(WebApplication app)
    {
        app.MapOrganizations();
        app.MapObligations();
        app.MapMinutes();
        app.MapTriage();
        app.MapMinutesPages();
        app.MapClassification();
        app.MapReminders();
        app.MapMail();
        app.MapAccess();
        app.MapAudit();
        app.MapWeb();
        app.MapRuns();
        app.MapOperations();
        app.MapSample();
    }
}
