using System.Text;
using System.Text.Json;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class HandlerEnvelopeTests
{
    private const string Invocation =
        """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":true}},"Metadata":{"sys":{}}}""";

    [Fact]
    public async Task A_timer_is_answered_with_the_envelope_and_the_counts_of_its_run()
    {
        await using var office = await TimedOffice.StartAsync(
            (_, _) => Task.FromResult<object>(new { HandedOver = 3 }), underHost: true);

        using var answer = await InvokeAsync(office);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            """{"Outputs":{},"Logs":["SendLetters Finished {\u0022handedOver\u0022:3}"],"ReturnValue":null}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_run_that_finds_another_under_way_is_no_failure()
    {
        await using var office = await TimedOffice.StartAsync((_, _) => throw new InvalidOperationException(), underHost: true);
        await using var other = await office.Leases.TryTakeAsync(TimedOffice.Function, default);

        using var answer = await InvokeAsync(office);

        Assert.Equal(200, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("SendLetters Busy", json.RootElement.GetProperty("Logs")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_answers_500_and_lets_its_lease_go()
    {
        await using var office = await TimedOffice.StartAsync(
            (_, _) => throw new InvalidOperationException("secret"), underHost: true);

        using var answer = await InvokeAsync(office);

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(office.Leases.IsHeld(TimedOffice.Function));
    }

    [Fact]
    public async Task The_app_listens_on_the_port_of_the_host_and_nowhere_else()
    {
        await using var office = await TimedOffice.StartAsync((_, _) => throw new InvalidOperationException(), underHost: true);

        Assert.NotEqual(0, office.Address.Port);
        Assert.Equal($"http://127.0.0.1:{office.Get<ServerlessParty.Hosting.RunMode>().HandlerPort}/", office.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_probe_of_the_host_is_answered_without_any_storage(bool underHost)
    {
        await using var office = await TimedOffice.StartAsync((_, _) => throw new InvalidOperationException(), underHost);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Address };

        using var answer = await client.GetAsync("/");

        Assert.InRange((int)answer.StatusCode, 200, 399);
    }

    // As the host does it: no Content-Length.
    private static async Task<HttpResponseMessage> InvokeAsync(TimedOffice office)
    {
        using var client = new HttpClient { BaseAddress = office.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + TimedOffice.Function)
        {
            Content = new StringContent(Invocation, Encoding.UTF8, "application/json"),
            Headers = { TransferEncodingChunked = true },
        };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return await client.SendAsync(request);
    }
}
