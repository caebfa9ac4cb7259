using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Web;

public sealed class HealthReadingTests
{
    [Fact]
    public async Task Each_part_says_one_word_and_most_are_no_sickness()
    {
        await using var app = await StartAsync(new Part("timers", new("Late")), new Part("audit", new("Broken")));

        var answer = await app.Client.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"status":"Healthy","storage":"Healthy","timers":"Late","audit":"Broken","sending":{"state":"Running","uncertain":0,"failed":0}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_store_that_this_version_must_not_use_is_a_sickness()
    {
        await using var app = await StartAsync(new Part("schema", new("Newer", IsSick: true)));

        var answer = await app.Client.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.StartsWith(
            """{"status":"Unhealthy","storage":"Healthy","schema":"Newer""", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_is_left_out()
    {
        await using var app = await StartAsync(new Part("audit", null), new Part("timers", new("Healthy")));

        Assert.DoesNotContain("audit", await app.Client.GetStringAsync("/healthz"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_ask_the_store_is_asked_once_in_some_seconds()
    {
        var part = new Part("timers", new("Healthy"));
        await using var app = await StartAsync(part);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Client.GetStringAsync("/healthz")));

        Assert.Equal(1, part.Reads);
    }

    [Fact]
    public async Task Whoever_meets_a_newer_store_is_told_what_helps()
    {
        await using var app = await SmallApp.StartAsync(
            routes => routes.MapGet("/api/thing", string () => throw new UnavailableException("store.newer", "line")));

        var answer = await app.Client.GetAsync("/api/thing");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("store.newer", body, StringComparison.Ordinal);
        Assert.Contains("cài phiên bản mới hơn", body, StringComparison.Ordinal);
    }

    private static Task<SmallApp> StartAsync(params IHealthPart[] parts) => SmallApp.StartAsync(
        _ => { },
        services =>
        {
            services.AddSingleton<TimeProvider>(StoppedClock.At("2026-11-24T02:00:00Z"));
            services.AddSingleton<IHealthProbe, Probe>().AddSingleton<ISendingHealth, Sending>();
            foreach (var part in parts)
            {
                services.AddSingleton(part);
            }
        });

    private sealed class Probe : IHealthProbe
    {
        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class Sending : ISendingHealth
    {
        public Task<SendingHealth> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new SendingHealth("Running", null, 0, 0));
    }

    /// <param name="said">Null: it throws.</param>
    private sealed class Part(string name, HealthPart? said) : IHealthPart
    {
        private int _reads;

        public string Name => name;

        public int Reads => _reads;

        public Task<HealthPart> ReadAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return said is null ? throw new HttpRequestException("refused") : Task.FromResult(said);
        }
    }
}
