using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting.Logs;

/// <summary>The real process as the Functions host starts it: each of its lines becomes a record there.</summary>
public sealed class HostedLogsTests
{
    [Fact]
    public async Task A_failed_timer_is_one_line_of_json_with_the_hosts_own_invocation_id()
    {
        var azurite = await Azurite.SharedAsync();
        var prefix = Azurite.UniqueName("l");
        await (await FirstSchemaStore.WriteAsync(prefix, "c1")).SetAsync("Version", 2);
        var port = Ports.Free();
        using var process = Start(azurite, prefix, port);
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await ReadyAsync(client);
        using var call = new HttpRequestMessage(HttpMethod.Post, "/SendLetters");
        call.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", "evil, 0b1c-77");

        var answer = await client.SendAsync(call);
        var health = await client.GetAsync("/healthz");
        process.Kill();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        var lines = (await errors).Trim().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var failed = Assert.Single(lines, line => line.GetProperty("message").GetString() == "SendLetters failed");
        Assert.Equal("0b1c-77", failed.GetProperty("invocation").GetString());
        Assert.Equal("UnavailableException", failed.GetProperty("failure").GetString());
    }

    private static Process Start(Azurite azurite, string prefix, int port)
    {
        var start = PublishedApp.StartOf([]);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["Storage__ConnectionString"] = azurite.ConnectionString;
        start.Environment["Storage__Prefix"] = prefix;
        return Process.Start(start)!;
    }

    private static async Task ReadyAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            try
            {
                await client.GetAsync("/", patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(25, patience.Token);
            }
        }
    }
}
