using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ServerlessParty.Obligations;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "form");
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        // The default encoders write every Vietnamese letter as an escape; these still escape what HTML and JSON must.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        // A body that does not bind is answered by the status code pages in every environment, not thrown.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddSingleton<HealthReading>();
        return services.AddSingleton<KnownBranches>().AddTransient<BoardReading>().AddTransient<BoardPath>()
            .AddTransient<UnitTrail>().AddTransient<UnitPageReading>();
    }
}
