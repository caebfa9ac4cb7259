using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

/// <summary>Finds every route of the running app and asks it as everybody, inside and outside of what they cover.</summary>
public sealed class EveryRouteTests
{
    private const string Secretary = "Read Submit";
    private const string Supervisor = "Read Submit Decide";
    private const string Commission = "Read Submit Decide Write";
    private const string Everything = "Read Submit Decide Write Operate";
    private const string Nothing = "";

    /// <summary>Written by hand from the description of the roles, not from the rules: who may do what to one's own units, to others, and to the whole store.</summary>
    public static TheoryData<string, string, string, string> People => new()
    {
        { "nobody", Nothing, Nothing, Nothing },
        { "link of cell-1", Secretary, Nothing, Nothing },
        { "Secretary of cell-1", Secretary, Nothing, Nothing },
        { "Supervisor of north", Supervisor, Nothing, Nothing },
        { "Commission of north", Commission, Nothing, Nothing },
        { "Supervisor of root", Supervisor, Supervisor, Supervisor },
        { "Commission of root", Commission, Commission, Everything },
        { "operator", Everything, Everything, Everything },
    };

    [Fact]
    public async Task Every_route_carries_exactly_one_requirement()
    {
        await using var office = await RunningBackOffice.StartAsync();
        var endpoints = office.Get<EndpointDataSource>().Endpoints;

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.IsType<RouteEndpoint>(e));
        Assert.All(endpoints, e => Assert.Single(e.Metadata.GetOrderedMetadata<Requirement>()));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_route_serves_those_and_only_those_it_is_for(
        string person, string inside, string outside, string store)
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await BrowserOfAsync(office, person);
        var wrong = new List<string>();
        foreach (var question in Questions(office))
        {
            using var request = new HttpRequestMessage(new HttpMethod(question.Method), question.Path);
            using var answer = await browser.SendAsync(request);
            var powers = question.Where switch { "inside" => inside, "outside" => outside, _ => store };
            var expected = question.Power is not { } power || powers.Split(' ').Contains(power.ToString());
            if (expected == IsRefusal(answer))
            {
                wrong.Add($"{question.Method} {question.Path} ({question.Where}) answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_route_that_forgot_its_requirement_serves_nobody()
    {
        await using var office = await RunningBackOffice.StartAsync(app => app.MapGet("/api/forgotten", () => "secret"));
        using var browser = await BrowserOfAsync(office, "operator");

        var answer = await browser.GetAsync("/api/forgotten");

        Assert.Equal(403, (int)answer.StatusCode);
    }

    private static IEnumerable<Question> Questions(RunningBackOffice office) =>
        from endpoint in office.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        // Opened with a token that nobody signed, it answers 403 of its own.
        where endpoint.RoutePattern.RawText != "/u/{token}"
        let asked = endpoint.Metadata.GetRequiredMetadata<Requirement>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        from question in Over(endpoint, asked)
        select question with { Method = method, Power = asked.Power };

    private static IEnumerable<Question> Over(RouteEndpoint endpoint, Requirement asked) => asked.Over switch
    {
        ServerlessParty.Access.Over.Unit =>
        [
            new(Path(endpoint, asked, "cell-1"), "inside"), new(Path(endpoint, asked, "CELL-1"), "inside"),
            new(Path(endpoint, asked, "cell-1_minutes.regular_2026-11_1"), "inside"),
            new(Path(endpoint, asked, "cell-9_minutes.regular_2026-11_1"), "outside"),
            new(Path(endpoint, asked, "cell-9"), "outside"), new(Path(endpoint, asked, "no-such-unit"), "outside"),
            new(Path(endpoint, asked, "not%20an%20id"), "store"),
        ],
        // Which unit is meant stands in the body: the endpoint's own tests ask for units outside.
        ServerlessParty.Access.Over.Somewhere => [new(Path(endpoint, asked, ""), "inside")],
        ServerlessParty.Access.Over.Branch =>
        [
            new(Path(endpoint, asked, ""), asked.Power is Power.Operate ? "store" : "inside"),
            new($"{Path(endpoint, asked, "")}?{asked.Parameter}=cell-1", "inside"),
            new($"{Path(endpoint, asked, "")}?{asked.Parameter}=cell-9", "outside"),
            new($"{Path(endpoint, asked, "")}?{asked.Parameter}=cell-1&{asked.Parameter}=cell-9", "store"),
        ],
        _ => [new(Path(endpoint, asked, ""), "store")],
    };

    private static string Path(RouteEndpoint endpoint, Requirement asked, string unit) => "/" + string.Join('/',
        endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                asked.Over is ServerlessParty.Access.Over.Unit && parameter.Name == asked.Parameter ? unit : "2026",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            var other => throw new NotSupportedException(other.ToString()),
        }))));

    private static bool IsRefusal(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 401 or 403
        || answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true;

    private static async Task<HttpClient> BrowserOfAsync(RunningBackOffice office, string person)
    {
        switch (person.Split(' '))
        {
            case ["nobody"]:
                return office.Browser();
            case ["operator"]:
                var program = office.Browser();
                program.DefaultRequestHeaders.Authorization = new("Bearer", RunningBackOffice.AdminToken);
                return program;
            case ["link", "of", var unit]:
                return await WithLinkAsync(office, unit);
            case [var role, "of", var unit]:
                return await office.AsAsync(Enum.Parse<Role>(role), unit);
            default:
                throw new ArgumentException(person, nameof(person));
        }
    }

    /// <summary>A phone would send the unit's cookie to <c>/u</c> only; a forger sends it everywhere.</summary>
    private static async Task<HttpClient> WithLinkAsync(RunningBackOffice office, string unit)
    {
        var link = await office.Get<IUnitLinks>().CreateAsync(
            OrganizationId.Parse(unit), 0, new DateOnly(2026, 12, 4), CancellationToken.None);
        using var phone = office.Browser();
        var opened = await phone.GetAsync(link.PathAndQuery);
        var forger = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = phone.BaseAddress,
        };
        forger.DefaultRequestHeaders.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return forger;
    }

    private sealed record Question(string Path, string Where, string Method = "", Power? Power = null);
}
