using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>
/// A walk through the whole product: first a year as people live it, from the import of the tree to minutes that are accepted, then
/// every route that this did not touch, with whatever fits into its path.
/// </summary>
internal sealed partial class Walk
{
    private const string Csv = """
        id,code,name,kind,parentId,secretaryName,secretaryEmail
        u0,38,Đảng bộ tỉnh,Provincial,,,
        u1,38.1,Chi bộ Số 1,Cell,u0,Trần Thị Bình,u1@example.org
        u2,38.2,Chi bộ Số 2,Cell,u0,,
        """;

    private const string Minutes = "u1_minutes.regular_2026-10_1";

    /// <summary>One for all walks: each that is made has an id of its own.</summary>
    private static readonly byte[] Paper = Papers.Pdf("Bien ban thang 10");

    private static readonly Dictionary<string, string> InPaths = new()
    {
        ["id"] = "u1",
        ["organizationId"] = "u1",
        ["kind"] = "rating.organization",
        ["period"] = "2026",
        ["year"] = "2026",
        ["step"] = "0",
        ["token"] = "no-such-token",
        ["function"] = "PlanReminders",
        ["name"] = "none",
        ["number"] = "1",
        ["language"] = "vi",
    };

    private readonly ProductUnderHost _product;
    private readonly Visitor _person;

    private Walk(ProductUnderHost product, Visitor person)
    {
        (_product, _person) = (product, person);
        (Routes, Notes) = ([.. product.Routes], _person.Notes);
    }

    public IReadOnlyList<string> Routes { get; }

    public ICollection<string> Served => _product.Served;

    public IReadOnlyList<string> Notes { get; }

    public static async Task<Walk> TakeAsync(HostMode? mode)
    {
        await using var product = await ProductUnderHost.StartAsync(mode);
        using var person = new Visitor(product.Address);
        var walk = new Walk(product, person);
        await walk.AsStrangerAsync();
        await walk.PrepareAsync();
        await walk.AsSecretaryAsync();
        await walk.ReviewAsync();
        await walk.ReadAsync();
        await walk.TouchTheRestAsync();
        await person.PressAsync("/sign-out");
        return walk;
    }

    private async Task AsStrangerAsync()
    {
        string[] paths =
        [
            "/", "/healthz", "/sign-in", "/assets/site.css", "/organizations", "/api/organizations", "/no/such/path", "/sign-in?returnTo=%2Fminutes%3Fq%3Da%2Cb",
        ];
        foreach (var path in paths)
        {
            await _person.GetAsync(path);
        }

        await _person.PressAsync("/language", ("language", "en"), ("returnTo", "/sign-in"));
        await _person.PressAsync("/language", ("language", "vi"), ("returnTo", "/sign-in"));
        await _person.PressAsync("/sign-in", ("email", "nobody@example.org"));
        var link = await _product.SignInPathAsync();
        await _person.GetAsync(link);
        await _person.PressAsync(link);
        await _person.GetAsync("/");
    }

    private async Task PrepareAsync()
    {
        var csv = new StringContent(Csv, Encoding.UTF8, "text/csv");
        await _person.PostAsync("/api/organizations/import?dryRun=true", csv);
        await _person.PostAsync("/api/organizations/import", new StringContent(Csv, Encoding.UTF8, "text/csv"));
        await _person.AskAsync(HttpMethod.Put, "/api/campaigns/2026", JsonContent.Create(new
        {
            name = "Đánh giá năm 2026",
            ruleSet = "366-2025",
            steps = new[] { new { kind = "rating.organization", unitKinds = new[] { "Cell" }, opensOn = "2026-11-01", dueOn = "2026-12-04" } },
        }));
        await _person.PostAsync("/api/campaigns/2026/open", JsonContent.Create(new { }));
        await _person.AskAsync(HttpMethod.Put, "/api/reminders/armed", JsonContent.Create(new { from = "2026-11-24" }));
        foreach (var function in new[] { "OpenPeriods", "PlanReminders", "SendLetters" })
        {
            await _person.PostAsync($"/api/runs/{function}", JsonContent.Create(new { }));
        }
    }

    /// <summary>On the way back to the operator's session the unit's cookie counts only below <c>/u</c>.</summary>
    private async Task AsSecretaryAsync()
    {
        await _person.GetAsync(await _product.UnitPathAsync("u1"));
        await _person.GetAsync("/u");
        await _person.GetAsync("/u/minutes/minutes.regular/2026-10");
        await _person.GetAsync("/u/minutes/minutes.regular/2026-10/form");
        await _person.PostAsync("/api/minutes", Upload("bien-ban tháng 10.pdf", Paper));
        await _person.PostAsync("/api/minutes", Upload("bien-ban tháng 10.pdf", Paper));
        await _person.PostAsync("/api/minutes", Upload("virus.exe", "MZ and so on"u8.ToArray()));
        await _person.GetAsync($"/u/receipts/{Minutes}");
        await _person.GetAsync($"/u/receipts/{Minutes}/content");
    }

    private async Task ReviewAsync()
    {
        await _person.GetAsync($"/minutes/{Minutes}");
        await _person.PressAsync($"/minutes/{Minutes}/return", ("comment", "Thiếu chữ ký, của thư ký; và 100%"));
        await _person.GetAsync($"/minutes/{Minutes}");
        await _person.PressAsync($"/minutes/{Minutes}/acceptance");
        await _person.GetAsync($"/api/minutes/{Minutes}/content");
        await _person.GetAsync("/organizations/u1/contacts");
        await _person.PressAsync("/organizations/u1/contacts", ("secretaryName", "Lê Văn An"), ("secretaryEmail", "an@example.org"));
    }

    private async Task ReadAsync()
    {
        string[] paths =
        [
            "/?under=u0", "/organizations", "/organizations?under=u0&kind=Cell&q=S%E1%BB%91%201%2C%20x", "/organizations/u1", "/organizations/u1/minutes",
            "/api/organizations?under=u0&kind=Cell", "/api/organizations/u1", "/api/organizations/u1/obligations?state=Open",
            "/api/campaigns/2026/progress?under=u0", "/api/reminders/preview?on=2026-11-27", "/api/reminders/calls?under=u0",
            "/api/letters?day=2026-11-24", "/api/minutes?q=bi%C3%AAn%20b%E1%BA%A3n&period=2026-10", "/api/minutes?q=a%2Cb%20%2B%20c",
            "/api/audit/u1", "/api/audit/u1/verification", "/minutes?q=bien+ban", "/letters", "/reminders", "/reminders/calls", "/campaigns", "/campaigns/2026",
            "/intake", "/api/intake",
        ];
        foreach (var path in paths)
        {
            await _person.GetAsync(path);
        }
    }

    private async Task TouchTheRestAsync()
    {
        foreach (var route in Routes.Except(Served).Where(r => r != "POST /sign-out").Order(StringComparer.Ordinal).ToList())
        {
            var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
            var path = "/" + ParameterPattern().Replace(pattern, m => InPaths.GetValueOrDefault(m.Groups[1].Value, "x")).TrimStart('/');
            await (method switch
            {
                "GET" => _person.GetAsync(path),
                "POST" when pattern.StartsWith("/hooks/", StringComparison.Ordinal) => _person.PostAsync(
                    $"{path}?code={HostFront.FunctionKey}", new StringContent("[]", Encoding.UTF8, "application/json")),
                "POST" when !pattern.StartsWith("/api/", StringComparison.Ordinal) => _person.PressAsync(path),
                _ => _person.AskAsync(new HttpMethod(method), path, JsonContent.Create(new { })),
            });
        }
    }

    private static MultipartFormDataContent Upload(string name, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent("----the-boundary")
        {
            { new StringContent("u1"), "organizationId" },
            { new StringContent("minutes.regular"), "kind" },
            { new StringContent("2026-10"), "period" },
            { file, "file", name },
        };
    }

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex ParameterPattern();
}
