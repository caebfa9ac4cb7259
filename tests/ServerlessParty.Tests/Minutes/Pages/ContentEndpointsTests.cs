using System.Net;
using System.Net.Http.Headers;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Pages;

public sealed class ContentEndpointsTests : IAsyncLifetime
{
    private const string Document = "/minutes/cell-1_minutes.regular_2026-11_1/content";

    private readonly byte[] _bytes = Papers.Pdf("minutes");
    private RunningBackOffice _office = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _office = await RunningBackOffice.StartAsync();
        _browser = await _office.AsAsync(Role.Supervisor, "north");
        await using var file = await Papers.SpoolAsync("x", "Biên bản; \"tháng\" 11.pdf");
        _office.Minutes.Put(
            Given.Minutes(Given.Key("cell-1", "minutes.regular", "2026-11"), file, _office.Clock.GetUtcNow()), _bytes);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_to_be_saved_under_its_vietnamese_name_and_never_run()
    {
        var answer = await _browser.GetAsync(Document);

        Assert.Equal(_bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "Biên bản; _tháng_ 11.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task A_download_that_was_cut_off_goes_on_where_it_ended()
    {
        var whole = await _browser.GetAsync(Document);
        var request = new HttpRequestMessage(HttpMethod.Get, Document);
        request.Headers.Range = new RangeHeaderValue(10, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);

        var rest = await _browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(_bytes[10..], await rest.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("cell-9", HttpStatusCode.Forbidden)]
    [InlineData("cell-1", HttpStatusCode.OK)]
    public async Task A_unit_opens_its_own_files_by_its_link_and_no_others(string unit, HttpStatusCode status)
    {
        using var phone = await _office.WithLinkAsync(unit);

        Assert.Equal(status, (await phone.GetAsync("/u/receipts/cell-1_minutes.regular_2026-11_1/content")).StatusCode);
    }

    [Theory]
    [InlineData("/minutes/cell-1_minutes.regular_2026-11_2/content")]
    [InlineData("/minutes/cell-1/content")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(path)).StatusCode);
}
