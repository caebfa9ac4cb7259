using ServerlessParty.Tests.Hosting.Timers;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting.FunctionsHost;

/// <summary>The attacks on triggers again, this time through the public side of the host, whose decoding brings some of them to the very path.</summary>
public sealed class HostedAttackTests
{
    [Theory]
    [InlineData(HostMode.Copying)]
    [InlineData(HostMode.Proxying)]
    public async Task No_request_from_outside_runs_a_timer(HostMode mode)
    {
        var runs = 0;
        await using var office = await TimedOffice.StartAsync((_, _) => Counted(ref runs), underHost: true);
        await using var front = await HostFront.StartAsync(ScriptRoot.Of(AppContext.BaseDirectory), office.Address, mode);
        var answers = new List<string>();
        foreach (var attack in TriggerAttackTests.Attacks)
        {
            var (status, _) = await RawHttp.AskAsync(front.Address, attack
                .Replace("{host}", front.Address.Authority, StringComparison.Ordinal)
                .Replace("{port}", $"{front.Address.Port}", StringComparison.Ordinal));
            answers.Add($"{attack.Split('\n')[0]}: {status}");
        }

        Assert.Equal(0, runs);
        Assert.DoesNotContain(answers, a => a.EndsWith(": 200", StringComparison.Ordinal) || a.EndsWith(": 500", StringComparison.Ordinal));
    }

    /// <summary>It tells the host's own name, as an attacker who knows the handler's port could.</summary>
    [Theory]
    [InlineData(HostMode.Copying)]
    [InlineData(HostMode.Proxying)]
    public async Task Not_even_one_that_names_the_handlers_own_address(HostMode mode)
    {
        var runs = 0;
        await using var office = await TimedOffice.StartAsync((_, _) => Counted(ref runs), underHost: true);
        await using var front = await HostFront.StartAsync(ScriptRoot.Of(AppContext.BaseDirectory), office.Address, mode);

        var attack = $"POST /Send%254Cetters HTTP/1.1\nHost: {office.Address.Authority}";
        await RawHttp.AskAsync(front.Address, attack);

        Assert.Equal(0, runs);
    }

    [Theory]
    [InlineData(HostMode.Copying, "/hooks/mail/inbound")]
    [InlineData(HostMode.Copying, "/hooks/mail/%69nbound")]
    [InlineData(HostMode.Copying, "/hooks/mail/%2569nbound")]
    [InlineData(HostMode.Copying, "/hooks/mail/events/../inbound")]
    [InlineData(HostMode.Copying, "/x/%252e%252e/hooks/mail/inbound?code=wrong")]
    [InlineData(HostMode.Copying, "/hooks/mail/%2569nbound?code=wrong&code=wrong")]
    [InlineData(HostMode.Proxying, "/hooks/mail/inbound")]
    [InlineData(HostMode.Proxying, "/hooks/mail/%69nbound")]
    [InlineData(HostMode.Proxying, "/hooks/mail/%2569nbound")]
    [InlineData(HostMode.Proxying, "/HOOKS/mail/inbound/")]
    [InlineData(HostMode.Proxying, "/hooks//mail/inbound?code=wrong")]
    public async Task A_hook_takes_nothing_without_its_code(HostMode mode, string path)
    {
        await using var office = await HookedAsync();
        await using var front = await HostFront.StartAsync(ScriptRoot.Of(AppContext.BaseDirectory), office.Address, mode);

        var (status, _) = await RawHttp.AskAsync(front.Address, $"POST {path} HTTP/1.1\nHost: {front.Address.Authority}");

        Assert.Contains(status, new[] { 401, 403, 404 });
    }

    [Theory]
    [InlineData(HostMode.Copying)]
    [InlineData(HostMode.Proxying)]
    public async Task With_its_code_the_same_hook_goes_on_to_keep_what_it_is_sent(HostMode mode)
    {
        await using var office = await HookedAsync();
        await using var front = await HostFront.StartAsync(ScriptRoot.Of(AppContext.BaseDirectory), office.Address, mode);

        var (status, _) = await RawHttp.AskAsync(
            front.Address, $"POST /hooks/mail/inbound?code={HostFront.FunctionKey} HTTP/1.1\nHost: {front.Address.Authority}");

        // There is no store to keep it in.
        Assert.Equal(500, status);
    }

    private static Task<TimedOffice> HookedAsync() => TimedOffice.StartAsync(
        (_, _) => Task.FromResult<object>(new { }), underHost: true,
        $"--Hooks:Code={HostFront.FunctionKey}", "--Mail:Inbound:Enabled=true", "--Mail:Inbound:Domain=in.example.org");

    private static Task<object> Counted(ref int runs)
    {
        Interlocked.Increment(ref runs);
        return Task.FromResult<object>(new { });
    }
}
