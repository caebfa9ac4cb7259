using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Says on every page that its data are a sample, and offers to take them out.</summary>
internal sealed class SampleBanner(SampleMark mark) : IBanner
{
    public ValueTask<BannerContent?> GetAsync(HttpContext context) => ValueTask.FromResult(mark.State switch
    {
        SampleState.Loading => new BannerContent(HostingTexts.Get("SampleLoading")),
        SampleState.Loaded => new BannerContent(
            HostingTexts.Get("SampleLoaded"), SampleEndpoints.EmptyPath, HostingTexts.Get("SampleEmpty")),
        _ => null,
    });
}
