using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Web;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("GET", "/api/nowhere", 404, "request.notFound")]
    [InlineData("DELETE", "/api/things", 405, "request.method")]
    [InlineData("GET", "/api/broken", 500, "server.error")]
    [InlineData("GET", "/api/big", 413, "request.tooLarge")]
    [InlineData("GET", "/api/number?n=x", 400, "request.invalid")]
    public async Task A_program_gets_a_problem_with_a_stable_code(string method, string path, int status, string code)
    {
        await using var app = await SmallApp.StartAsync(Routes);

        var answer = await app.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("{", "application/json", 400, "request.invalid")]
    [InlineData("<a/>", "application/xml", 415, "request.type")]
    public async Task A_body_that_does_not_bind_is_refused_in_words(string body, string type, int status, string code)
    {
        await using var app = await SmallApp.StartAsync(Routes, environment: "Development");

        var answer = await app.Client.PostAsync("/api/things", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_was_thrown_is_not_shown()
    {
        await using var app = await SmallApp.StartAsync(Routes, environment: "Development");

        Assert.DoesNotContain("secret", await (await app.Client.GetAsync("/api/broken")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await (await AsBrowserAsync(app, "/broken")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere", 404, "Không tìm thấy trang")]
    [InlineData("/broken", 500, "Hệ thống gặp lỗi")]
    public async Task A_person_gets_a_page(string path, int status, string words)
    {
        await using var app = await SmallApp.StartAsync(Routes);

        var answer = await AsBrowserAsync(app, path);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"<h1>{words}</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static Task<HttpResponseMessage> AsBrowserAsync(SmallApp app, string path) =>
        app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } });

    private static void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/things", (Thing thing) => thing);
        routes.MapGet("/api/number", (int n) => n);
        routes.MapGet("/api/big", IResult () => throw new BadHttpRequestException("big", 413));
        routes.MapGet("/api/broken", IResult () => throw new InvalidOperationException("secret"));
        routes.MapGet("/broken", IResult () => throw new InvalidOperationException("secret"));
    }

    private sealed record Thing(string Name);
}
