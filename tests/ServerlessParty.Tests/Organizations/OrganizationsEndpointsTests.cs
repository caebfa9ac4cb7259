using System.Net;
using System.Text;
using System.Text.Json;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class OrganizationsEndpointsTests
{
    private const string Csv = "id,name,kind,parentId\na,Chi bộ a,Cell,r\nb,,Cell,r\n";

    [Fact]
    public async Task An_import_answers_its_counts_and_every_refused_line()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));

        var report = await JsonAsync(await app.PostCsvAsync("/api/organizations/import", Csv));

        Assert.Equal((1, 0, 0), (Int(report, "created"), Int(report, "updated"), Int(report, "unchanged")));
        var rejected = Assert.Single(report.GetProperty("rejected").EnumerateArray());
        Assert.Equal((3, "name", "import.name.missing"),
            (Int(rejected, "line"), rejected.GetProperty("column").GetString(), rejected.GetProperty("code").GetString()));
        Assert.True(app.Store.Has("a"));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_lists_the_changes()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));

        var report = await JsonAsync(await app.PostCsvAsync("/api/organizations/import?dryRun=true", Csv));

        Assert.Equal("a", Assert.Single(report.GetProperty("changes").EnumerateArray()).GetProperty("id").GetString());
        Assert.False(app.Store.Has("a"));
    }

    [Fact]
    public async Task A_file_comes_in_a_form_as_well()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("r"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Csv)), "file", "units.csv" } };

        var report = await JsonAsync(await app.Client.PostAsync(new Uri("/api/organizations/import", UriKind.Relative), form));

        Assert.Equal(1, Int(report, "created"));
    }

    [Theory]
    [InlineData("id,name\n", HttpStatusCode.UnprocessableEntity, "import.header")]
    [InlineData("%PDF-1.7", HttpStatusCode.UnsupportedMediaType, "import.type")]
    public async Task A_refused_file_is_a_problem_with_its_code(string text, HttpStatusCode status, string code)
    {
        await using var app = await OrganizationsApp.StartAsync();

        var response = await app.PostCsvAsync("/api/organizations/import", text);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await JsonAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_of_twenty_megabytes_is_too_large()
    {
        await using var app = await OrganizationsApp.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[20 * 1024 * 1024]), "file", "units.csv" } };

        var response = await app.Client.PostAsync(new Uri("/api/organizations/import", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("import.tooLarge", (await JsonAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Units_are_listed_by_branch_and_page()
    {
        await using var app = await OrganizationsApp.StartAsync(
            Units.Unit("r"), Units.Unit("a", "r"), Units.Unit("b", "a"), Units.Unit("c", "a"), Units.Unit("d", "r"));

        var first = await JsonAsync(await app.Client.GetAsync(new Uri("/api/organizations?under=a&take=2", UriKind.Relative)));
        var next = first.GetProperty("next").GetString();
        var last = await JsonAsync(await app.Client.GetAsync(new Uri($"/api/organizations?under=a&take=2&after={next}", UriKind.Relative)));

        Assert.Equal(["a", "b"], Ids(first));
        Assert.Equal(["c"], Ids(last));
        Assert.Equal(JsonValueKind.Null, last.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("take=0")]
    [InlineData("take=1001")]
    [InlineData("kind=no/kind")]
    public async Task A_list_asked_for_wrongly_is_refused(string query)
    {
        await using var app = await OrganizationsApp.StartAsync();

        var response = await app.Client.GetAsync(new Uri("/api/organizations?" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Contacts_are_replaced_and_shown()
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("a"));

        var response = await app.PutJsonAsync(
            "/api/organizations/a/contacts",
            """{"secretary":{"name":"Nguyễn An","email":"An@example.org","phone":null},"deputies":[{"name":"Lê Chi"}]}""");
        var unit = await JsonAsync(await app.Client.GetAsync(new Uri("/api/organizations/a", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("an@example.org", unit.GetProperty("secretary").GetProperty("email").GetString());
        Assert.Equal("Lê Chi", unit.GetProperty("deputies")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"secretary":{"name":"An","email":"an@"}}""", "contact.email.invalid")]
    [InlineData("""{"deputies":[]}""", "contact.missing")]
    public async Task Wrong_contacts_are_a_problem_with_its_code(string body, string code)
    {
        await using var app = await OrganizationsApp.StartAsync(Units.Unit("a"));

        var problem = await JsonAsync(await app.PutJsonAsync("/api/organizations/a/contacts", body));

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("in", HttpStatusCode.OK)]
    [InlineData("s", HttpStatusCode.OK)]
    [InlineData("out", HttpStatusCode.Forbidden)] // another branch
    [InlineData("r", HttpStatusCode.Forbidden)] // above the caller
    [InlineData("", HttpStatusCode.Forbidden)] // a root
    public async Task Nobody_moves_a_unit_out_of_their_own_branch(string parent, HttpStatusCode status)
    {
        await using var app = await OrganizationsApp.StartAsync(
            new Caller(Role.Commission, "grant:1", OrganizationId.Parse("s")),
            Units.Unit("r"), Units.Unit("out", "r"), Units.Unit("s", "r"), Units.Unit("in", "s"), Units.Unit("a", "in"));

        var response = await app.PutJsonAsync("/api/organizations/a/parent", $$"""{"parentId":"{{parent}}"}""");

        Assert.Equal(status, response.StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString());
}
