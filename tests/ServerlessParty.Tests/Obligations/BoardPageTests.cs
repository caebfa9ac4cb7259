using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class BoardPageTests
{
    private readonly BoardProvince _province = new();

    [Fact]
    public async Task A_branch_leads_down_and_the_way_leads_up()
    {
        await using var app = await _province.StartAsync();

        var top = await PageAsync(app, "/?under=tinh");
        var below = await PageAsync(app, "/?under=hoa-binh");

        Assert.NotNull(top.QuerySelector("table a[href='/?under=hoa-binh']"));
        Assert.Equal("Đảng bộ tỉnh", below.QuerySelector("nav.breadcrumbs a[href='/?under=tinh']")!.TextContent);
    }

    [Fact]
    public async Task The_way_up_ends_where_the_reader_may_see_no_further()
    {
        var staff = new Caller(Role.Supervisor, "grant:1", BoardProvince.Id("hoa-binh"));
        await using var app = await _province.StartAsync(staff);

        var links = (await PageAsync(app, "/organizations/cell-1")).QuerySelectorAll("nav.breadcrumbs a");

        Assert.Equal(["Đảng bộ xã Hòa Bình"], links.Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_late_unit_can_be_called_from_the_board()
    {
        await using var app = await _province.StartAsync();

        var row = (await PageAsync(app, "/?under=hoa-binh")).QuerySelectorAll("tbody tr")[0];

        Assert.Contains("quá hạn 19 ngày", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:0912345678", row.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_secretary_is_led_to_the_own_unit()
    {
        await using var app = await _province.StartAsync(
            new Caller(Role.Secretary, "unit:cell-1", BoardProvince.Id("cell-1")));

        var answer = await GetAsync(app, "/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/u", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/?under=nobody")]
    [InlineData("/organizations/nobody")]
    [InlineData("/organizations/a_b")]
    public async Task A_unit_that_does_not_exist_has_no_page(string path)
    {
        await using var app = await _province.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(app, path)).StatusCode);
    }

    private static async Task<IHtmlDocument> PageAsync(SmallApp app, string path) =>
        new HtmlParser().ParseDocument(await (await GetAsync(app, path)).Content.ReadAsStringAsync());

    private static Task<HttpResponseMessage> GetAsync(SmallApp app, string path) =>
        app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", "session=1" } } });
}
