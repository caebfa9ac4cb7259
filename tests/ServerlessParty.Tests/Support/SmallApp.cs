using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Organizations;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Support;

/// <summary>The edge with only the routes a test maps, on a port the system chooses; everybody is <c>caller</c>.</summary>
internal sealed class SmallApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallApp(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        };
    }

    public Uri Address { get; }

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <param name="caller">Who asks; null for a stranger.</param>
    public static async Task<SmallApp> StartAsync(
        Action<IEndpointRouteBuilder> routes,
        Action<IServiceCollection>? services = null,
        Caller? caller = null,
        string environment = "Production")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        // A test maps only some routes, and fills only the ports these need.
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = false);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddWeb(builder.Configuration);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWeb();
        app.Use((context, next) => Admit(context, next, caller));
        app.UseForms();
        app.MapWeb();
        routes(app);
        await app.StartAsync();
        return new SmallApp(app);
    }

    private static Task Admit(HttpContext context, RequestDelegate next, Caller? caller)
    {
        if (caller is not null)
        {
            context.SetCaller(caller);
            context.SetBranch(
                OrganizationId.TryParse(context.Request.Query["under"], out var under) ? under : caller.Scope);
        }

        return next(context);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
