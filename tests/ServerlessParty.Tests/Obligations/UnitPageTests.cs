using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class UnitPageTests
{
    private readonly BoardProvince _province = new();

    [Fact]
    public async Task What_is_late_comes_first_and_what_is_finished_last()
    {
        await using var app = await _province.StartAsync();

        var states = (await PageAsync(app, "cell-1")).QuerySelectorAll("article .state");
        var finished = (await PageAsync(app, "cell-3")).QuerySelectorAll("article .state");

        Assert.Equal(["late", "open"], states.Select(s => s.ClassList[1]));
        Assert.Equal(["không phải nộp", "đã tiếp nhận", "đã tiếp nhận"], finished.Select(s => s.TextContent));
    }

    [Fact]
    public async Task An_obligation_tells_its_own_history_newest_first_in_words()
    {
        _province.Happened("cell-2", "organization.imported", "", "operator");
        _province.Happened("cell-2", "obligation.opened", "minutes.regular|2026-10, rating.organization|2026", "system");
        _province.Happened("cell-2", "obligation.returned", "minutes.regular|2026-10", "grant:7f3a", "Thiếu chữ ký.");
        await using var app = await _province.StartAsync();

        var entries = (await PageAsync(app, "cell-2")).QuerySelector("article")!.QuerySelectorAll("ol.history li");

        Assert.Equal(2, entries.Length);
        Assert.Equal("03/11/2026 09:30", entries[0].QuerySelector("time")!.TextContent);
        Assert.Contains("Đề nghị bổ sung", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Thiếu chữ ký.", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("hệ thống", entries[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Supervisor, "cell-1", new[] { "submission", "extension", "waiver" })]
    [InlineData(Role.Secretary, "cell-1", new[] { "submission" })]
    [InlineData(Role.Commission, "cell-3", new[] { "reopening" })]
    public async Task Only_what_may_follow_and_the_reader_may_do_is_offered(Role role, string unit, string[] acts)
    {
        await using var app = await _province.StartAsync(new Caller(role, "x", BoardProvince.Id(unit)));

        var forms = (await PageAsync(app, unit)).QuerySelector("article")!.QuerySelectorAll("form");

        Assert.Equal(acts, forms.Select(f => f.GetAttribute("action")!.Split('/')[^1]));
        Assert.All(forms, f => Assert.NotNull(f.QuerySelector("input[name=__RequestVerificationToken]")));
    }

    [Fact]
    public async Task Units_below_are_listed_and_no_further_down()
    {
        await using var app = await _province.StartAsync();

        var page = await PageAsync(app, "tinh");

        Assert.NotNull(page.QuerySelector("li a[href='/organizations/hoa-binh']"));
        Assert.Null(page.QuerySelector("li a[href='/organizations/cell-1']"));
    }

    [Theory]
    [InlineData("obligation.state", "không thực hiện được nữa")]
    [InlineData("obligation.dueOn", "Hạn nộp mới phải từ hôm nay")]
    [InlineData("<script>", "Không thực hiện được yêu cầu này.")]
    public async Task A_form_that_was_refused_says_why(string code, string words)
    {
        await using var app = await _province.StartAsync();

        var page = await PageAsync(app, $"cell-1?refused={Uri.EscapeDataString(code)}");

        Assert.Contains(words, page.QuerySelector("p.error[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> PageAsync(SmallApp app, string id) =>
        new HtmlParser().ParseDocument(await app.Client.GetStringAsync($"/organizations/{id}"));
}
