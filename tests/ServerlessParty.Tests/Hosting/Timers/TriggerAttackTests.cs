using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

/// <summary>Nobody outside reaches a trigger, whatever they write; <c>{host}</c> stands for the one Host that the Functions host uses.</summary>
public sealed class TriggerAttackTests
{
    private static readonly string[] Targets =
    [
        "/Send%254Cetters", "/Send%4Cetters", "/%53endLetters", "/SendLetter%73", "/%2FSendLetters", "/p/%2e%2e/SendLetters",
        "/p/%252e%252e/SendLetters", "/p/../SendLetters", "/./SendLetters", "/%2e/SendLetters", "/p/..%2fSendLetters", "/sendletters",
        "/SENDLETTERS", "/sendLetters", "//SendLetters", "/SendLetters/", "/SendLetters//", "/SendLetters/.", "/SendLetters?",
        "/SendLetters?code=1", "/SendLetters;a=b", "/SendLetters%20", "/SendLetters%3F", "/api/SendLetters", "/functions/SendLetters",
        "/admin/functions/SendLetters", "http://{host}/SendLetters", "http://{host}//SendLetters",
    ];

    private static readonly string[] Forwarding =
    [
        "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Host: party.example.org", "x-forwarded-proto: https", "X-Forwarded-Anything: 1",
        "X-ARR-LOG-ID: 1", "X-ARR-SSL: 1", "x-arr-clientcert: 1", "X-Original-URL: /", "X-ORIGINAL-HOST: party.example.org",
        "X-Forwarded-For:",
    ];

    private static readonly string[] Hosts =
        ["localhost:{port}", "127.0.0.1", "127.0.0.1:1", "party.example.org", "127.1:{port}", "[::1]:{port}", "2130706433:{port}"];

    private static readonly string[] Methods = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "post", "POSTED"];

    internal static IEnumerable<string> Attacks =>
    [
        .. Targets.Select(target => $"POST {target} HTTP/1.1\nHost: {{host}}"),
        .. Forwarding.Select(header => $"POST /SendLetters HTTP/1.1\nHost: {{host}}\n{header}"),
        .. Hosts.Select(host => $"POST /SendLetters HTTP/1.1\nHost: {host}"),
        .. Methods.Select(method => $"{method} /SendLetters HTTP/1.1\nHost: {{host}}"),
        "POST /SendLetters HTTP/1.0",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_of_a_stranger_finds_no_such_path(bool underHost)
    {
        var runs = 0;
        await using var office = await TimedOffice.StartAsync((_, _) => Counted(ref runs), underHost);
        var found = new List<string>();
        foreach (var attack in Attacks)
        {
            var (status, _) = await RawHttp.AskAsync(office.Address, Filled(attack, office));
            if (status != 404 || runs != 0)
            {
                found.Add($"{attack} answered {status} after {runs} runs");
            }
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("POST /SendLetters HTTP/1.1")]
    [InlineData("POST /SendLetters HTTP/1.1\nHost: {host}\nHost: {host}")]
    [InlineData("POST /SendLetters HTTP/1.1\nHost: {host}, {host}")]
    [InlineData("POST /SendLetters HTTP/1.1\nHost: {host}.")]
    [InlineData("POST http://party.example.org/SendLetters HTTP/1.1\nHost: {host}")]
    public async Task A_malformed_request_runs_nothing(string request)
    {
        var runs = 0;
        await using var office = await TimedOffice.StartAsync((_, _) => Counted(ref runs), underHost: true);

        var (status, _) = await RawHttp.AskAsync(office.Address, Filled(request, office));

        Assert.Equal(0, runs);
        Assert.InRange(status, 400, 404);
    }

    [Fact]
    public async Task A_server_has_no_triggers_even_for_the_request_of_a_Functions_host()
    {
        var runs = 0;
        await using var office = await TimedOffice.StartAsync((_, _) => Counted(ref runs), underHost: false);

        var trigger = await RawHttp.AskAsync(office.Address, Filled("POST /SendLetters HTTP/1.1\nHost: {host}", office));
        var nothing = await RawHttp.AskAsync(office.Address, Filled("POST /NoSuchPath HTTP/1.1\nHost: {host}", office));

        Assert.Equal((0, 404, 404), (runs, trigger.Status, nothing.Status));
    }

    private static string Filled(string request, TimedOffice office) => request
        .Replace("{host}", office.Address.Authority, StringComparison.Ordinal)
        .Replace("{port}", $"{office.Address.Port}", StringComparison.Ordinal);

    private static Task<object> Counted(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Task.FromResult<object>(new { });
    }
}
