using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting;

/// <summary>How a request came in is believed from trusted hops only.</summary>
public sealed class TrustedProxiesTests
{
    private const string Public = "https party.example.org 203.0.113.9";

    [Fact]
    public async Task A_proxy_on_this_machine_is_believed() =>
        Assert.Equal(Public, await SeenAsync("203.0.113.9", "https", "party.example.org"));

    [Fact]
    public async Task A_chain_is_believed_up_to_the_first_stranger() =>
        Assert.Equal(Public, await SeenAsync("198.51.100.66, 203.0.113.9", "http, https", "evil.example.org, party.example.org"));

    [Fact]
    public async Task Trusted_hops_of_a_chain_are_passed() => Assert.Equal(
        Public, await SeenAsync("203.0.113.9, 10.1.2.3", "https, http", "party.example.org, party.example.org", "127.0.0.1,10.0.0.0/8"));

    [Fact]
    public async Task With_other_proxies_named_this_machine_is_a_stranger() => Assert.StartsWith(
        "http 127.0.0.1:", await SeenAsync("203.0.113.9", "https", "party.example.org", "10.0.0.0/8"), StringComparison.Ordinal);

    [Fact]
    public async Task A_host_name_that_is_not_the_public_one_is_not_taken() =>
        Assert.DoesNotContain("evil", await SeenAsync("203.0.113.9", "https", "evil.example.org"), StringComparison.Ordinal);

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1;10.0.0.2")]
    public async Task What_is_no_address_stops_the_start(string proxies)
    {
        var failure = await Record.ExceptionAsync(() => RunningBackOffice.StartAsync(settings: $"--Web:TrustedProxies={proxies}"));

        Assert.Equal(
            $"Web__TrustedProxies: must be addresses or networks like 10.0.0.0/8, separated by commas, not `{proxies}`.",
            Assert.IsType<StartRefusedException>(failure).Message);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task A_cookie_is_secure_where_the_public_side_is(string scheme, bool secure)
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = office.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);

        using var page = await browser.GetAsync("/sign-in");
        using var language = await browser.PostAsync("/language", new FormUrlEncodedContent([new("language", "en")]));

        string[] cookies = [.. page.Headers.GetValues("Set-Cookie"), .. language.Headers.GetValues("Set-Cookie")];
        Assert.All(cookies, cookie => Assert.Equal(secure, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<string> SeenAsync(string forwardedFor, string proto, string host, string? proxies = null)
    {
        await using var office = await RunningBackOffice.StartAsync(
            app => app.MapGet("/seen", (HttpContext c) => $"{c.Request.Scheme} {c.Request.Host} {c.Connection.RemoteIpAddress}").ForEverybody(),
            settings: proxies is null ? [] : [$"--Web:TrustedProxies={proxies}"]);
        using var browser = office.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", proto);
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", host);
        return await browser.GetStringAsync("/seen");
    }
}
