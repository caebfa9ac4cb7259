using System.Net;
using System.Text.Json;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Audit;

public sealed class AuditEndpointsTests
{
    [Fact]
    public async Task The_trail_is_read_page_by_page()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Supervisor, "north");

        var first = await ReadAsync(browser, "/api/audit/Cell-1?take=2");
        var second = await ReadAsync(browser, "/api/audit/Cell-1?take=2&after=2");

        Assert.Equal([1, 2], Sequences(first));
        Assert.Equal(2, first.GetProperty("next").GetInt32());
        Assert.Equal([3], Sequences(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task An_intact_chain_is_told_with_its_length_and_a_broken_one_with_its_place()
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Supervisor, "north");

        var intact = await browser.GetStringAsync("/api/audit/cell-1/verification");
        office.Trail.Verdict = new ChainVerification(false, 3, 2);
        var broken = await browser.GetStringAsync("/api/audit/cell-1/verification");

        Assert.Equal("""{"intact":true,"entries":3}""", intact);
        Assert.Equal("""{"intact":false,"firstBroken":2}""", broken);
    }

    [Theory]
    [InlineData("/api/audit/cell-1?take=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/audit/cell-1?take=501", HttpStatusCode.BadRequest)]
    [InlineData("/api/audit/cell-1?after=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/audit/no-such-unit", HttpStatusCode.NotFound)]
    [InlineData("/api/audit/not%20an%20id", HttpStatusCode.NotFound)]
    [InlineData("/api/audit/no-such-unit/verification", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_refused(string path, HttpStatusCode expected)
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(Role.Operator, null);

        Assert.Equal(expected, (await browser.GetAsync(path)).StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient browser, string path) =>
        JsonDocument.Parse(await browser.GetStringAsync(path)).RootElement;

    private static IEnumerable<int> Sequences(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("sequence").GetInt32());
}
