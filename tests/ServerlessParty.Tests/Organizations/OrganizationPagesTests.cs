using System.Net;
using System.Text;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class OrganizationPagesTests
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("mã;tên;loại;cấp trên\na;Chi bộ Đông;Chi bộ;r\nb;;Chi bộ;r\n");

    [Fact]
    public async Task A_file_is_shown_before_it_is_taken_in_and_confirmed_without_choosing_it_again()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));

        using var shown = await app.SubmitAsync(await app.PageAsync("/organizations/import"), File);
        var preview = await OrganizationsApp.ReadAsync(shown);
        var before = app.Store.Has("a");
        using var taken = await app.SubmitAsync(preview);

        Assert.Contains("Chi bộ Đông", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thiếu tên đơn vị", preview.Body.TextContent, StringComparison.Ordinal);
        Assert.False(before);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("Chi bộ Đông", app.Store["a"].Name);
    }

    [Fact]
    public async Task A_file_that_changes_nothing_needs_no_confirmation()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));
        var file = Encoding.UTF8.GetBytes("id,name,kind\nr,Chi bộ r,SubordinateCell\n");

        using var shown = await app.SubmitAsync(await app.PageAsync("/organizations/import"), file);

        Assert.Null((await OrganizationsApp.ReadAsync(shown)).QuerySelector("input[name=confirm]"));
    }

    [Fact]
    public async Task A_file_too_large_to_carry_along_is_asked_for_again()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));
        var noise = new Random(1);
        var lines = Enumerable.Range(0, 30_000).Select(i =>
            $"u{i},Chi bộ {i},Cell,{Convert.ToHexString(Enumerable.Range(0, 100).Select(_ => (byte)noise.Next(256)).ToArray())}");
        var file = Encoding.UTF8.GetBytes("id,name,kind,note\n" + string.Join('\n', lines));

        using var shown = await app.SubmitAsync(await app.PageAsync("/organizations/import"), file);
        var preview = await OrganizationsApp.ReadAsync(shown);
        using var taken = await app.SubmitAsync(preview, file);

        Assert.NotNull(preview.QuerySelector("input[type=file]"));
        Assert.True(app.Store.Has("u29999"));
    }

    [Fact]
    public async Task A_refused_file_says_why()
    {
        await using var app = await OrganizationsApp.StartAsync();

        using var shown = await app.SubmitAsync(await app.PageAsync("/organizations/import"), "a,b\n"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.StatusCode);
        Assert.Contains("tiêu đề thiếu cột", (await OrganizationsApp.ReadAsync(shown)).QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task The_template_is_a_file_that_the_import_understands(string format)
    {
        await using var app = await OrganizationsApp.StartAsync();

        var file = await app.Client.GetByteArrayAsync(new Uri($"/api/organizations/template?format={format}", UriKind.Relative));
        var report = await new ImportCase().TakeBytesAsync(file);

        Assert.Equal((0, 0), (report.Created, report.RejectedLines));
    }

    [Fact]
    public async Task Units_are_found_by_words_without_accents_within_the_branch()
    {
        await using var app = await OrganizationsApp.StartAsync(
            Units.Unit("r"),
            Units.Unit("a", "r") with { Name = "Chi bộ thôn Đông" },
            Units.Unit("b", "a") with { Name = "Chi bộ thôn Đông Hạ" },
            Units.Unit("c", "r") with { Name = "Chi bộ thôn Đông Thượng" });

        var page = await app.PageAsync("/organizations?under=a&q=thon%20dong");

        Assert.Equal(["Chi bộ thôn Đông", "Chi bộ thôn Đông Hạ"], page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Children_are_listed_page_by_page_with_what_stands_below_them()
    {
        var children = Enumerable.Range(0, 60).Select(i => Units.Unit($"c{i:D2}", "r"));
        await using var app = await OrganizationsApp.StartAsync([Units.Unit("r"), Units.Unit("leaf", "c00"), .. children]);

        var first = await app.PageAsync("/organizations?under=r");
        var second = await app.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 10), (first.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("tbody tr").Length));
        Assert.Equal("1", first.QuerySelector("tbody a[href='/organizations?under=c00']")!.TextContent);
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task The_contact_form_shows_what_is_wrong_beside_its_field_and_keeps_what_was_typed()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("a"));

        using var response = await app.SubmitAsync(
            await app.PageAsync("/organizations/a/contacts"), null, ("secretary.name", "Nguyễn An"), ("secretary.email", "an@"));
        var page = await OrganizationsApp.ReadAsync(response);

        Assert.Equal("Nguyễn An", page.GetElementById("secretary.name")!.GetAttribute("value"));
        Assert.Equal("true", page.GetElementById("secretary.email")!.GetAttribute("aria-invalid"));
        Assert.NotNull(page.GetElementById("secretary.email.fault"));
        Assert.Equal(Contacts.Unknown, app.Store["a"].Contacts);
    }

    [Fact]
    public async Task The_contact_form_saves_and_leads_back_to_the_unit()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("a"));

        using var response = await app.SubmitAsync(
            await app.PageAsync("/organizations/a/contacts"), null, ("secretary.name", "Nguyễn An"), ("deputies.1.name", "Lê Chi"));

        Assert.EndsWith("/organizations/a", response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("Nguyễn An", app.Store["a"].Contacts.Secretary.Name);
        Assert.Equal("Lê Chi", Assert.Single(app.Store["a"].Contacts.Deputies).Name);
    }
}
