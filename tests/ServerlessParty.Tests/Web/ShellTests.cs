using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Web;

public sealed class ShellTests
{
    private static readonly Caller Staff = new(Role.Commission, "grant:1", OrganizationId.Parse("tinh"));

    [Fact]
    public async Task A_stranger_is_offered_neither_links_nor_a_way_out()
    {
        await using var app = await SmallApp.StartAsync(Routes);

        var page = await PageAsync(app);

        Assert.Null(page.QuerySelector("header nav"));
        Assert.Null(page.QuerySelector("form[action='/sign-out']"));
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("Production", 0)]
    [InlineData("Development", 1)]
    public async Task The_mailbox_is_offered_only_in_development(string environment, int links)
    {
        await using var app = await SmallApp.StartAsync(Routes, caller: Staff, environment: environment);

        Assert.Equal(links, (await PageAsync(app)).QuerySelectorAll("nav a[href='/mailbox']").Length);
    }

    [Fact]
    public async Task A_secretary_is_offered_the_own_unit_only()
    {
        await using var app = await SmallApp.StartAsync(Routes, caller: Staff with { Role = Role.Secretary });

        var links = (await PageAsync(app)).QuerySelectorAll("header nav a");

        Assert.Equal(["/u"], links.Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_page_we_are_on_is_marked_once()
    {
        await using var app = await SmallApp.StartAsync(Routes, caller: Staff);

        var marked = (await PageAsync(app, "/reminders/calls")).QuerySelectorAll("nav a[aria-current=page]");

        Assert.Equal(["/reminders/calls"], marked.Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Vietnamese_letters_are_written_as_they_are_and_markup_is_not()
    {
        await using var app = await SmallApp.StartAsync(Routes);

        Assert.Contains("Chi bộ thôn Đông &lt;b&gt;", await app.Client.GetStringAsync("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_banner_is_on_every_page_with_its_button()
    {
        await using var app = await SmallApp.StartAsync(
            Routes, services => services.AddSingleton<IBanner, SampleBanner>());

        var page = await PageAsync(app);

        Assert.Contains("Dữ liệu mẫu", page.QuerySelector("aside.banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Xóa", page.QuerySelector("aside form[action='/empty'] button")!.TextContent);
        Assert.NotNull(page.QuerySelector("aside input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task The_policy_allows_no_inline_code_and_no_frames_around_us()
    {
        await using var app = await SmallApp.StartAsync(Routes);

        var headers = (await app.Client.GetAsync("/page")).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_before_it_is_read()
    {
        await using var app = await SmallApp.StartAsync(Routes);
        var form = new FormUrlEncodedContent([new("name", "x")]);

        var answer = await app.Client.PostAsync("/form", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("request.forgery", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> PageAsync(SmallApp app, string path = "/page") =>
        new HtmlParser().ParseDocument(await app.Client.GetStringAsync(path));

    private static void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/page", () => ErrorPage.Of(200, "Chi bộ thôn Đông <b>", "…"));
        routes.MapGet("/reminders/calls", () => ErrorPage.Of(200, "Danh sách cần gọi", "…"));
        routes.MapPost("/form", (HttpContext context) => TypedResults.Ok())
            .WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());
    }

    private sealed class SampleBanner : IBanner
    {
        public ValueTask<BannerContent?> GetAsync(HttpContext context) =>
            new(new BannerContent("Dữ liệu mẫu", "/empty", "Xóa"));
    }
}
