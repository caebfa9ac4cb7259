using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class ObligationsEndpointsTests : IAsyncLifetime
{
    private const string Rating = "/api/organizations/cell-1/obligations/rating.organization/2026";

    private readonly OwedPapers _papers = new();
    private ObligationsOverHttp _app = null!;

    public async Task InitializeAsync()
    {
        _papers.Units.Put(Unit("dang-uy", Committee), Unit("cell-1", parent: "dang-uy"));
        _papers.Obligations.Put(Owed("cell-1", "2026-11-15"));
        _app = await ObligationsOverHttp.StartAsync(_papers);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_a_unit_owes_is_listed_by_state()
    {
        var open = await GetAsync("/api/organizations/cell-1/obligations?state=Open");
        var waived = await GetAsync("/api/organizations/cell-1/obligations?state=waived");

        Assert.Equal(
            """{"organizationId":"cell-1","kind":"rating.organization","period":"2026","dueOn":"2026-11-15","state":"Open","armedOn":"2026-11-01","receivedOn":null,"comment":null,"daysLate":5}""",
            Assert.Single(open.GetProperty("items").EnumerateArray()).GetRawText());
        Assert.Equal(0, waived.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/organizations/nobody/obligations", HttpStatusCode.NotFound, "organization.notFound")]
    [InlineData("/api/organizations/cell-1/obligations?state=7", HttpStatusCode.UnprocessableEntity, "obligation.stateFilter")]
    public async Task A_list_that_makes_no_sense_is_refused(string path, HttpStatusCode status, string code)
    {
        using var response = await _app.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((status, code), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task A_paper_goes_over_the_counter_back_and_is_accepted_in_the_end()
    {
        Assert.Equal("Submitted", await StateAfterAsync("submission", new { receivedOn = "2026-11-19", note = "bản giấy" }));
        Assert.Equal("Returned", await StateAfterAsync("return", new { comment = "thiếu biên bản" }));
        Assert.Equal("Returned", await StateAfterAsync("extension", new { dueOn = "2026-11-30", reason = "thiên tai" }));
        Assert.Equal("Submitted", await StateAfterAsync("submission", new { receivedOn = "2026-11-20" }));
        Assert.Equal("Accepted", await StateAfterAsync("acceptance", new { }));
        Assert.Equal("Accepted", await StateAfterAsync("acceptance", null));
    }

    [Fact]
    public async Task A_waiver_may_be_taken_back()
    {
        Assert.Equal("Waived", await StateAfterAsync("waiver", new { reason = "mới thành lập" }));
        Assert.Equal("Open", await StateAfterAsync("reopening", null));
    }

    [Theory]
    [InlineData("acceptance", "{}", HttpStatusCode.Conflict, "obligation.state")]
    [InlineData("waiver", "{}", HttpStatusCode.UnprocessableEntity, "obligation.reasonMissing")]
    [InlineData("submission", "{}", HttpStatusCode.UnprocessableEntity, "obligation.receivedOn")]
    [InlineData("extension", """{"dueOn":"2026-11-01","reason":"x"}""", HttpStatusCode.UnprocessableEntity, "obligation.dueOn")]
    public async Task A_refusal_says_why_in_words_and_code(string act, string body, HttpStatusCode status, string code)
    {
        using var response = await PostAsync($"{Rating}/{act}", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal((status, code), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task What_nobody_owes_is_not_found()
    {
        using var response = await PostAsync(Rating.Replace("2026", "2025", StringComparison.Ordinal) + "/acceptance", null);

        Assert.Equal((HttpStatusCode.NotFound, "obligation.notFound"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task A_unit_is_closed_with_a_reason()
    {
        using var refused = await PostAsync(
            "/api/organizations/dang-uy/closure", new { closedOn = "2026-11-19", successorIds = new[] { "cell-1" }, reason = "giải thể" });
        using var closed = await PostAsync(
            "/api/organizations/cell-1/closure", new { closedOn = "2026-11-19", successorIds = new[] { "dang-uy" }, reason = "giải thể" });

        Assert.Equal((HttpStatusCode.Conflict, "organization.hasChildren"), (refused.StatusCode, await CodeAsync(refused)));
        Assert.Equal(
            """{"organizationId":"cell-1","closedOn":"2026-11-19","successorIds":["dang-uy"]}""",
            await closed.Content.ReadAsStringAsync());
        Assert.Equal(ObligationState.Withdrawn, Assert.Single(_papers.Obligations.All).State);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_changes_nothing()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["reason"] = "x" });
        using var response = await _app.Client.PostAsync(
            new Uri("/organizations/cell-1/obligations/rating.organization/2026/waiver", UriKind.Relative), form);

        Assert.True(response.StatusCode >= HttpStatusCode.BadRequest);
        Assert.Equal(ObligationState.Open, Assert.Single(_papers.Obligations.All).State);
    }

    private async Task<string?> StateAfterAsync(string act, object? body)
    {
        using var response = await PostAsync($"{Rating}/{act}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString();
    }

    private Task<JsonElement> GetAsync(string path) => _app.Client.GetFromJsonAsync<JsonElement>(path);

    private Task<HttpResponseMessage> PostAsync(string path, object? body) =>
        _app.Client.PostAsync(new Uri(path, UriKind.Relative), body is null ? null : JsonContent.Create(body));

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
