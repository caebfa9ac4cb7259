using System.Text.Json;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting.FunctionsHost;

/// <summary>The executable as the Functions host starts it, posts to it and ends it.</summary>
[Collection(ChildProcesses.Name)]
public sealed class HandlerContractTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task It_listens_where_the_host_asked_and_nowhere_else_whatever_it_inherits()
    {
        await using var app = await StartAsync();

        var line = app.Console.Single(l => l.StartsWith("Now listening on: ", StringComparison.Ordinal));

        Assert.Equal($"Now listening on: {app.Address.GetLeftPart(UriPartial.Authority)}", line);
    }

    [Fact]
    public async Task Every_timer_is_answered_so_that_its_invocation_succeeds()
    {
        await using var app = await StartAsync();

        foreach (var timer in Root.Timers)
        {
            var (end, answer) = await app.FireAsync(timer.Name, Now);

            Assert.True(end == InvocationEnd.Succeeded, $"{timer.Name}: {answer}");
            Assert.StartsWith(timer.Name, JsonDocument.Parse(answer).RootElement.GetProperty("Logs")[0].GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_timer_whose_storage_is_gone_fails_and_the_process_lives_on()
    {
        await using var app = await StartAsync(("Storage__ConnectionString", NoStore.ConnectionString));

        var (end, _) = await app.FireAsync("KeepHouse", Now);

        Assert.Equal((InvocationEnd.Failed, true), (end, app.IsRunning));
    }

    [Fact]
    public async Task A_killed_handler_is_started_again_and_goes_on()
    {
        await using var app = await StartAsync();
        await app.FireAsync("OpenPeriods", Now);
        await app.KillAsync();

        var code = await app.RestartAsync();
        var (end, _) = await app.FireAsync("OpenPeriods", Now);

        Assert.Equal((137, InvocationEnd.Succeeded), (code, end));
    }

    [Fact]
    public async Task A_start_that_is_refused_ends_with_a_code_that_the_host_counts()
    {
        var failure = await Record.ExceptionAsync(() => StartAsync(("Web__PublicUrl", "not an address")));

        Assert.Contains("! Web:PublicUrl must be an absolute", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_writes_is_one_line_a_record()
    {
        await using var app = await StartAsync(("Storage__ConnectionString", NoStore.ConnectionString));
        await app.FireAsync("KeepHouse", Now);

        Assert.Contains(app.Console, line => line.StartsWith("! ", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Console, line => line.TrimStart('!', ' ').StartsWith("at ", StringComparison.Ordinal));
    }

    private static ScriptRoot Root { get; } = ScriptRoot.Of(PublishedApp.Folder);

    private static async Task<HostedApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var azurite = await Azurite.SharedAsync();
        var all = new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = azurite.ConnectionString,
            ["Storage__Prefix"] = Azurite.UniqueName("hc"),
            ["Web__PublicUrl"] = "https://party.example.org",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await HostedApp.StartAsync(Root, all);
    }
}
