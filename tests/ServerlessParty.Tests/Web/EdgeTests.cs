using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;

namespace ServerlessParty.Tests.Web;

public sealed class EdgeTests
{
    [Fact]
    public async Task The_stylesheet_may_be_kept_for_ever_at_its_own_address_only()
    {
        await using var app = await SmallApp.StartAsync(_ => { });

        var own = await app.Client.GetAsync(Asset.Stylesheet.Url);
        var bare = await app.Client.GetAsync(Asset.Stylesheet.Path);

        Assert.Equal("text/css", own.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", own.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.True(bare.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_stylesheet_that_the_browser_has_is_not_sent_again()
    {
        await using var app = await SmallApp.StartAsync(_ => { });
        var request = new HttpRequestMessage(HttpMethod.Get, Asset.Stylesheet.Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{Asset.Stylesheet.Version}\"");

        Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_at_the_front_door_is_sent_to_sign_in_without_a_read()
    {
        var province = new BoardProvince();
        await using var app = await province.StartAsync();

        var answer = await app.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        Assert.Equal(0, province.Units.Reads + province.Dossiers.DueReads);
    }

    [Theory]
    [InlineData("en", "/nowhere", "/nowhere", "language=en")]
    [InlineData("vi", "/nowhere", "/nowhere", "language=vi")]
    [InlineData("xx", "https://evil.example/", "/", "language=vi")]
    public async Task A_language_is_remembered_and_the_reader_sent_back(
        string language, string returnTo, string location, string cookie)
    {
        await using var app = await SmallApp.StartAsync(_ => { });
        var form = new FormUrlEncodedContent([new("language", language), new("returnTo", returnTo)]);

        var answer = await app.Client.PostAsync("/language", form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location!.ToString());
        Assert.StartsWith(cookie, answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "Địa chỉ này không có")]
    [InlineData(null, "en-US,en;q=0.9,vi;q=0.8", "There is nothing")]
    [InlineData(null, "fr", "Địa chỉ này không có")]
    [InlineData("en", "vi", "There is nothing")]
    [InlineData("vi", "en", "Địa chỉ này không có")]
    public async Task The_readers_choice_comes_before_the_browsers_and_vietnamese_without_either(
        string? chosen, string? accepted, string words)
    {
        await using var app = await SmallApp.StartAsync(_ => { });
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/nowhere");
        request.Headers.TryAddWithoutValidation("Cookie", chosen is null ? null : $"language={chosen}");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        var answer = await app.Client.SendAsync(request);

        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK, """{"status":"Healthy","storage":"Healthy","sending":{"state":"Running","uncertain":1,"failed":2}}""")]
    [InlineData(false, HttpStatusCode.ServiceUnavailable, """{"status":"Unhealthy","storage":"Unhealthy"}""")]
    [InlineData(null, HttpStatusCode.ServiceUnavailable, """{"status":"Unhealthy","storage":"Unhealthy"}""")]
    public async Task Health_says_whether_storage_answers(bool? answers, HttpStatusCode status, string body)
    {
        await using var app = await SmallApp.StartAsync(
            _ => { },
            services => services.AddSingleton<IHealthProbe>(new Probe(answers))
                .AddSingleton<ISendingHealth>(new Sending(new SendingHealth("Running", null, 1, 2))));

        var answer = await app.Client.GetAsync("/healthz");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Letters_that_do_not_leave_are_told_and_are_no_sickness()
    {
        var until = DateTimeOffset.Parse("2026-11-24T03:00:00Z", CultureInfo.InvariantCulture);
        await using var app = await StartAsync(new Sending(new SendingHealth("Paused", until, 0, 0)));

        var answer = await app.Client.GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"status":"Healthy","storage":"Healthy","sending":{"state":"Paused","pausedUntil":"2026-11-24T03:00:00+00:00","uncertain":0,"failed":0}}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_does_not_hang_on_what_is_known_of_letters()
    {
        await using var app = await StartAsync(new Sending(null));

        Assert.Equal("""{"status":"Healthy","storage":"Healthy"}""", await app.Client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task Storage_that_never_answers_counts_as_down()
    {
        await using var app = await SmallApp.StartAsync(
            _ => { },
            services => services.AddSingleton<IHealthProbe, StuckProbe>().AddSingleton<TimeProvider, HastyClock>()
                .AddSingleton<ISendingHealth>(new Sending(null)));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Client.GetAsync("/healthz")).StatusCode);
    }

    private static Task<SmallApp> StartAsync(ISendingHealth sending) => SmallApp.StartAsync(
        _ => { }, services => services.AddSingleton<IHealthProbe>(new Probe(true)).AddSingleton(sending));

    /// <param name="health">Null: it throws.</param>
    private sealed class Sending(SendingHealth? health) : ISendingHealth
    {
        public Task<SendingHealth> ReadAsync(CancellationToken cancellationToken) =>
            health is not null ? Task.FromResult(health) : throw new HttpRequestException("refused");
    }

    /// <summary>Looks at no token, as a name lookup does.</summary>
    private sealed class StuckProbe : IHealthProbe
    {
        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) =>
            new TaskCompletionSource<bool>().Task;
    }

    /// <summary>Every wait is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <param name="answers">Null: it throws.</param>
    private sealed class Probe(bool? answers) : IHealthProbe
    {
        public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) =>
            answers is { } answer ? Task.FromResult(answer) : throw new HttpRequestException("refused");
    }
}
