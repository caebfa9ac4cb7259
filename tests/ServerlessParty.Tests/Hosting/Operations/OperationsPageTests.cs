using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Operations;

/// <summary>What an operator reads of the timers, on a real store.</summary>
public sealed class OperationsPageTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_shows_when_each_timer_ran_what_it_did_and_what_went_wrong()
    {
        await using var product = await WholeProduct.StartAsync();
        var history = product.Get<IRunHistory>();
        await history.AddAsync(Run with { Counts = """{"handedOver":1200,"failed":0}""" }, default);
        await history.AddAsync(
            Run with { StartedAt = At.AddMinutes(5), Ending = RunEnding.Failed, Failure = "RequestFailedException 503 ServerBusy" }, default);
        await using (var lease = await product.Get<IRunLeases>().TryTakeAsync("SendLetters", default))
        {
            await lease!.RecordAsync(At, default);
        }

        var card = (await PageAsync(product, "/operations")).QuerySelector("#SendLetters")!;

        Assert.Contains("24/11/2026 09:00", card.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["24/11/2026 09:05: lỗi RequestFailedException 503 ServerBusy; tìm trong nhật ký theo mã a-1 (1,3 giây)", "24/11/2026 09:00: 1.200 thư đã gửi đi (1,3 giây)"],
            card.QuerySelectorAll("li").Select(line => line.TextContent.Trim()));
    }

    [Fact]
    public async Task It_names_a_broken_trail_and_the_schema()
    {
        await using var product = await WholeProduct.StartAsync();
        await product.Get<ITrailWatch>().WriteAsync(new(At, "cell-1", new(2026, 11, 24)), default);

        var page = await PageAsync(product, "/operations");

        Assert.Contains("cell-1", page.QuerySelector("p.error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"phiên bản {StoreSchema.Current.Version}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("header nav a[href='/operations'][aria-current]"));
    }

    [Fact]
    public async Task Only_operators_see_it_and_the_way_to_it()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Commission, null);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await browser.GetAsync("/operations")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await browser.GetAsync("/operations/mail")).StatusCode);
        Assert.DoesNotContain("/operations", await browser.GetStringAsync("/mailbox"), StringComparison.Ordinal);
    }

    private static RunRecord Run => new(
        "SendLetters", At, TimeSpan.FromMilliseconds(1_300), RunEnding.Finished, null, null, "a-1");

    private static async Task<IHtmlDocument> PageAsync(WholeProduct product, string path)
    {
        using var client = product.Operator();
        return new HtmlParser().ParseDocument(await client.GetStringAsync(path));
    }
}
