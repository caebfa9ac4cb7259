using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>The endpoints of obligations and campaigns over in-memory ports, asked by an operator.</summary>
internal sealed class ObligationsOverHttp(WebApplication app) : IAsyncDisposable
{
    public HttpClient Client { get; } =
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };

    public static async Task<ObligationsOverHttp> StartAsync(OwedPapers papers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        Register(builder.Services, papers);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.SetCaller(new Caller(Role.Operator, "operator", null));
            return next(context);
        });
        app.UseAntiforgery();
        app.MapObligations();
        app.MapClassification();
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static void Register(IServiceCollection services, OwedPapers papers) => services
        .AddSingleton(papers.Calendar)
        .AddSingleton(OwedPapers.Kinds)
        .AddSingleton<IOrganizations>(papers.Units)
        .AddSingleton<IObligations>(papers.Obligations)
        .AddSingleton<IDueIndex>(papers.Obligations)
        .AddSingleton<ICampaigns>(papers.Campaigns)
        .AddSingleton<IDueDayWatch>(papers)
        .AddSingleton<IReturnNotice>(papers)
        .AddSingleton<ISealedPeriods, ClosedCampaigns>()
        .AddSingleton(papers.OpenSteps)
        .AddSingleton(papers.Follow)
        .AddSingleton<ActOnObligation>()
        .AddSingleton<CloseOrganization>()
        .AddSingleton<Progress>()
        .AddSingleton<PutCampaign>()
        .AddSingleton<OpenCampaign>()
        .AddSingleton<CloseCampaign>()
        .AddSingleton<CampaignProgress>();
}
