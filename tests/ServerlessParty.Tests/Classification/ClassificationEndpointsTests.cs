using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Classification;

public sealed class ClassificationEndpointsTests : IAsyncLifetime
{
    private const string Year = "/api/campaigns/2026";

    private const string Steps =
        """[{"kind":"rating.organization","unitKinds":["SubordinateCell"],"opensOn":"2026-11-01","dueOn":"2026-12-04"}]""";

    private static readonly JsonSerializerOptions ReadableOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OwedPapers _papers = new();
    private ObligationsOverHttp _app = null!;

    public async Task InitializeAsync()
    {
        _papers.Units.Put(Unit("tinh", Committee), Unit("cell-1", parent: "tinh"), Unit("cell-2", parent: "tinh"));
        _app = await ObligationsOverHttp.StartAsync(_papers);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_campaign_is_put_opened_followed_and_closed()
    {
        var put = await TextAsync(await PutAsync(Steps));
        Assert.Equal(
            """{"year":2026,"name":"Xếp loại 2026","ruleSet":"366-2025","state":"Planned","steps":[{"kind":"rating.organization","unitKinds":["SubordinateCell"],"opensOn":"2026-11-01","dueOn":"2026-12-04","movedFrom":null}]}""",
            put);
        Assert.Equal("""{"created":2,"existing":0}""", await TextAsync(await PostAsync(Year + "/open")));
        Assert.Equal("""{"created":0,"existing":2}""", await TextAsync(await PostAsync(Year + "/open")));

        using var refused = await PostAsync(Year + "/close");
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            (HttpStatusCode.Conflict, "campaign.open", 2, "cell-1"),
            (refused.StatusCode,
                problem.GetProperty("code").GetString(),
                problem.GetProperty("count").GetInt32(),
                problem.GetProperty("items")[0].GetProperty("organizationId").GetString()));

        _papers.Obligations.Put(Owed("cell-1", state: ObligationState.Accepted), Owed("cell-2", state: ObligationState.Waived));
        Assert.Contains("\"state\":\"Closed\"", await TextAsync(await PostAsync(Year + "/close")), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "campaign.closed"), await RefusalAsync(await PutAsync(Steps)));
        using var act = await PostAsync("/api/organizations/cell-1/obligations/rating.organization/2026/acceptance");
        Assert.Equal((HttpStatusCode.Conflict, "obligation.closed"), await RefusalAsync(act));
    }

    [Fact]
    public async Task Progress_is_told_by_branch_and_kind()
    {
        await PutAsync(Steps);
        await PostAsync(Year + "/open");
        _papers.Obligations.Put(Owed("cell-1", state: ObligationState.Submitted));

        Assert.Equal(
            """{"year":2026,"under":"tinh","total":{"owed":2,"done":1,"late":0,"open":1},"items":[{"organizationId":"cell-1","name":"Chi bộ cell-1","owed":1,"done":1,"late":0,"open":0,"kinds":[{"kind":"rating.organization","owed":1,"done":1,"late":0,"open":0}]},{"organizationId":"cell-2","name":"Chi bộ cell-2","owed":1,"done":0,"late":0,"open":1,"kinds":[{"kind":"rating.organization","owed":1,"done":0,"late":0,"open":1}]}],"next":null}""",
            await TextAsync(await _app.Client.GetAsync(new Uri(Year + "/progress", UriKind.Relative))));
    }

    [Theory]
    [InlineData("null", "campaign.steps")]
    [InlineData("""[{"kind":"rating/organization"}]""", "campaign.kind")]
    [InlineData("""[{"kind":"rating.organization","unitKinds":["a b"]}]""", "campaign.unitKinds")]
    [InlineData("""[{"kind":"rating.organization","unitKinds":["SubordinateCell"],"opensOn":"2026-11-01"}]""", "campaign.dueOn")]
    public async Task A_campaign_that_can_not_be_read_is_refused_with_the_reason(string steps, string code) =>
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), await RefusalAsync(await PutAsync(steps)));

    [Theory]
    [InlineData("")]
    [InlineData("/progress")]
    public async Task An_unknown_year_is_not_found(string path) =>
        Assert.Equal(
            (HttpStatusCode.NotFound, "campaign.notFound"),
            await RefusalAsync(await _app.Client.GetAsync(new Uri(Year + path, UriKind.Relative))));

    [Fact]
    public async Task The_pages_show_the_proposal_the_campaign_and_its_progress()
    {
        var proposal = await PageAsync("/campaigns");
        Assert.Contains("value=\"2026-12-05\"", proposal, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken", proposal, StringComparison.Ordinal);

        await PutAsync(Steps);
        await PostAsync(Year + "/open");
        var page = await PageAsync("/campaigns/2026?said=Campaign.Opened&count=2");

        Assert.Contains("Đợt đang thực hiện: vừa tạo thêm 2 nội dung phải nộp.", page, StringComparison.Ordinal);
        Assert.Contains("04/12/2026", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/campaigns/2026/close\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/campaigns/2026?under=cell-2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filled_form_makes_a_campaign_and_a_wrong_one_comes_back_as_it_was_filled()
    {
        var token = Token(await PageAsync("/campaigns"));
        using var wrong = await SubmitAsync(token, dueOn: "2026-10-31");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"2026-10-31\"", await TextAsync(wrong), StringComparison.Ordinal);

        using var right = await SubmitAsync(token, dueOn: "2026-12-04");
        Assert.Equal("/campaigns/2026?said=Campaign.Saved", right.Headers.Location?.OriginalString);
        Assert.NotNull(await _papers.Campaigns.FindAsync(2026, CancellationToken.None));
    }

    private static string Token(string page) =>
        page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];

    private Task<HttpResponseMessage> SubmitAsync(string token, string dueOn) => _app.Client.PostAsync(
        new Uri("/campaigns", UriKind.Relative),
        new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["year"] = "2026",
            ["name"] = "Xếp loại 2026",
            ["ruleSet"] = "366-2025",
            ["kind-0"] = "rating.organization",
            ["unitKinds-0"] = "SubordinateCell",
            ["opensOn-0"] = "2026-11-01",
            ["dueOn-0"] = dueOn,
        }));

    private async Task<string> PageAsync(string path) =>
        WebUtility.HtmlDecode(await TextAsync(await _app.Client.GetAsync(new Uri(path, UriKind.Relative))));

    private Task<HttpResponseMessage> PutAsync(string steps) => _app.Client.PutAsJsonAsync(
        new Uri(Year, UriKind.Relative),
        new { name = "Xếp loại 2026", ruleSet = "366-2025", steps = JsonSerializer.Deserialize<JsonElement>(steps) });

    private Task<HttpResponseMessage> PostAsync(string path) =>
        _app.Client.PostAsync(new Uri(path, UriKind.Relative), null);

    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.Content.Headers.ContentType?.MediaType == "application/json" ? Readable(text) : text;
    }

    // The bare test app escapes Vietnamese letters in JSON; the text is what counts here.
    private static string Readable(string json) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<JsonElement>(json),
        ReadableOptions);

    private static async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(HttpResponseMessage response) =>
        (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
}
