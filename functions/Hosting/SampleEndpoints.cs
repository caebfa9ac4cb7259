using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

internal static class SampleEndpoints
{
    public const string EmptyPath = "/local/empty";

    public static IServiceCollection AddSample(this IServiceCollection services, LocalOptions options)
    {
        services.AddSingleton(new SampleMark(options.DataPath));
        services.AddSingleton<IBanner, SampleBanner>();
        return options.Sample ? services.AddHostedService<SampleData>() : services;
    }

    /// <summary>Only where a local run has its own store: nothing else may be emptied.</summary>
    public static void MapSample(this WebApplication app)
    {
        if (app.Services.GetService<SampleMark>() is not null)
        {
            app.MapPost(EmptyPath, EmptyAsync)
                .NeedsStore(Power.Operate)
                .WithMetadata(new RequireAntiforgeryTokenAttribute());
        }
    }

    private static async Task<IResult> EmptyAsync(
        [FromServices] IStoreEmptier store, [FromServices] SampleMark mark, CancellationToken cancellationToken)
    {
        if (mark.State is not SampleState.Loaded)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "sample.state", HostingTexts.Get("SampleNotLoaded"));
        }

        await store.EmptyAsync(cancellationToken);
        await mark.SetAsync(SampleState.Emptied, cancellationToken);
        return TypedResults.LocalRedirect("/");
    }
}
