using ServerlessParty.Access;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Says on every page that its data are a sample, and offers the operator to take them out.</summary>
internal sealed class SampleBanner(SampleMark mark) : IBanner
{
    public ValueTask<BannerContent?> GetAsync(HttpContext context) => ValueTask.FromResult(mark.State switch
    {
        SampleState.Loading => new BannerContent(HostingTexts.Get("SampleLoading")),
        SampleState.Loaded when context.Caller() is { Role: Role.Operator } => new BannerContent(
            $"{HostingTexts.Get("SampleLoaded")} {HostingTexts.Get("SampleEmptyHint")}",
            SampleEndpoints.EmptyPath,
            HostingTexts.Get("SampleEmpty")),
        SampleState.Loaded => new BannerContent(HostingTexts.Get("SampleLoaded")),
        _ => null,
    });
}
