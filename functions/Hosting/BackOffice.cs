using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Mail;
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
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var configuration = builder.Configuration;
        builder.Services
            .AddStorage(configuration)
            .AddOrganizations(configuration)
            .AddObligations(configuration)
            .AddClassification(configuration)
            .AddReminders(configuration)
            .AddMail(configuration)
            .AddAccess(configuration)
            .AddWeb(configuration);
        replace?.Invoke(builder);
        var app = builder.Build();
        app.MapOrganizations();
        app.MapObligations();
        app.MapClassification();
        app.MapReminders();
        app.MapMail();
        app.MapAccess();
        app.MapAudit();
        app.MapWeb();
        return app;
    }
}
