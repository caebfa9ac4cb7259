using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Minutes;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

/// <summary>Minutes for programs, over HTTP and on a real store. In November 2026 by the clock of the machine or later, so the period is one long past.</summary>
public sealed class MinutesEndpointsTests
{
    private static readonly byte[] Document = Papers.Pdf("Nghi quyet thang 3");

    [Fact]
    public async Task A_document_is_handed_in_found_and_downloaded_as_it_came()
    {
        await using var product = await StartAsync();
        using var client = product.Operator();

        using var answer = await HandInAsync(client, Document, "Biên bản tháng 3.pdf");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var record = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var id = record.GetProperty("id").GetString();
        Assert.Equal("cell-1_minutes.regular_2026-03_1", id);
        Assert.Equal($"/api/minutes/{id}", answer.Headers.Location?.OriginalString);
        Assert.Equal(("application/pdf", "Received", "api", 1, Document.Length), (
            record.GetProperty("type").GetString(), record.GetProperty("state").GetString(), record.GetProperty("channel").GetString(),
            record.GetProperty("version").GetInt32(), record.GetProperty("size").GetInt32()));

        Assert.Equal([id], await FoundAsync(client, "?q=NGHỊ QUYẾT"));
        Assert.Equal([id], await FoundAsync(client, "?organizationId=cell-1&period=2026-03"));
        Assert.Empty(await FoundAsync(client, "?organizationId=cell-2"));
        Assert.Empty(await FoundAsync(client, "?state=Accepted"));

        using var content = await client.GetAsync($"/api/minutes/{id}/content");
        Assert.Equal(Document, await content.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Biên bản tháng 3.pdf", content.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", content.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_part_of_a_document_can_be_asked_for()
    {
        await using var product = await StartAsync();
        using var client = product.Operator();
        using var handedIn = await HandInAsync(client, Document);
        using var request = new HttpRequestMessage(HttpMethod.Get, handedIn.Headers.Location + "/content");
        request.Headers.Range = new RangeHeaderValue(5, 9);

        using var part = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Document[5..10], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_same_bytes_are_refused_with_a_link_to_the_original_and_taken_from_another_unit()
    {
        await using var product = await StartAsync();
        using var client = product.Operator();
        using var first = await HandInAsync(client, Document);

        using var again = await HandInAsync(client, Document, period: "2026-04");
        using var other = await HandInAsync(client, Document, unit: "cell-2");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var problem = await again.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("minutes.duplicate", problem.GetProperty("code").GetString());
        Assert.Equal("cell-1_minutes.regular_2026-03_1", problem.GetProperty("original").GetString());
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        var shared = await other.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["cell-1_minutes.regular_2026-03_1"], shared.GetProperty("sameBytesAt").EnumerateArray().Select(s => s.GetString()));
    }

    [Theory]
    [InlineData("minutes.unit", 404, "nobody", "minutes.regular", "2026-03", null)]
    [InlineData("minutes.unit", 404, "not an id", "minutes.regular", "2026-03", null)]
    [InlineData("minutes.kind", 422, "cell-1", "rating.organization", "2026", null)]
    [InlineData("minutes.period", 422, "cell-1", "minutes.regular", "2026-Q1", null)]
    [InlineData("minutes.period", 422, "cell-1", "minutes.regular", "2099-01", null)]
    [InlineData("minutes.meetingDate", 422, "cell-1", "minutes.regular", "2026-03", "31/03/2026")]
    [InlineData("minutes.meetingDate", 422, "cell-1", "minutes.regular", "2026-03", "2099-01-01")]
    public async Task What_can_be_for_no_meeting_is_refused(
        string code, int status, string unit, string kind, string period, string? meetingDate)
    {
        await using var product = await StartAsync();
        using var client = product.Operator();

        using var answer = await HandInAsync(client, Document, unit: unit, kind: kind, period: period, meetingDate: meetingDate);

        Assert.Equal((status, code), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_no_document_too_large_or_missing_is_refused()
    {
        await using var product = await StartAsync();
        using var client = product.Operator();

        using var text = await HandInAsync(client, "just words"u8.ToArray(), "a.pdf");
        using var large = await HandInAsync(client, new byte[SpooledFile.MaxBytes + 1]);
        using var none = await client.PostAsync("/api/minutes", new MultipartFormDataContent { { new StringContent("cell-1"), "organizationId" } });
        using var json = await client.PostAsJsonAsync("/api/minutes", new { organizationId = "cell-1" });

        Assert.Equal(
            [(415, "minutes.type"), (413, "minutes.tooLarge"), (422, "minutes.fileMissing"), (422, "minutes.fileMissing")],
            await Task.WhenAll(new[] { text, large, none, json }.Select(CodeAsync)));
    }

    private static async Task<(int Status, string? Code)> CodeAsync(HttpResponseMessage answer) => (
        (int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

    private static async Task<WholeProduct> StartAsync()
    {
        var product = await WholeProduct.StartAsync();
        await product.Get<IOrganizations>().SaveAllAsync([Given.Unit("cell-1"), Given.Unit("cell-2")], "test", default);
        return product;
    }

    private static async Task<HttpResponseMessage> HandInAsync(
        HttpClient client, byte[] bytes, string name = "a.pdf", string unit = "cell-1", string kind = "minutes.regular",
        string period = "2026-03", string? meetingDate = null)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(unit), "organizationId" },
            { new StringContent(kind), "kind" },
            { new StringContent(period), "period" },
            { new StringContent(meetingDate ?? ""), "meetingDate" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await client.PostAsync("/api/minutes", form);
    }

    private static async Task<IReadOnlyList<string?>> FoundAsync(HttpClient client, string query)
    {
        var list = await client.GetFromJsonAsync<JsonElement>("/api/minutes" + query);
        return [.. list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())];
    }
}
