using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

/// <summary>The whole app on a store of its own in the emulator, with one unit; only what is handed in is kept in memory.</summary>
internal sealed class MailOffice : IAsyncDisposable
{
    public const string Code = "the-code-of-the-hook";
    public const string Hook = "/hooks/mail/inbound?code=" + Code;

    private const string Token = "the-operator-of-the-mail";

    private readonly string _data = Directory.CreateTempSubdirectory().FullName;
    private WebApplication? _app;

    private MailOffice() => Minutes = new(Clock);

    public MovableClock Clock { get; } = new();

    public HandedIn Minutes { get; }

    public CuttingTransport Line { get; } = new();

    public Uri Address => new(_app!.Urls.Single());

    /// <param name="settings">More of the command line; the last word on a setting counts.</param>
    public static async Task<MailOffice> StartAsync(params string[] settings)
    {
        var office = new MailOffice();
        office.Clock.SetTo("2026-11-24T02:00:00Z");
        var azurite = await Azurite.SharedAsync();
        office._app = BackOffice.Build(
            [
                "--urls=http://127.0.0.1:0", "--environment=Development", "--Timers:Enabled=false", "--Local:Sample=false",
                $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Storage:Prefix={Azurite.UniqueName("mi")}",
                $"--Local:DataPath={office._data}", $"--Access:AdminToken={Token}",
                $"--Hooks:Code={Code}", "--Mail:Inbound:Enabled=true", "--Mail:Inbound:Domain=in.example.org", .. settings,
            ],
            office.Replace);
        await office._app.StartAsync();
        await office.Get<IOrganizations>().SaveAllAsync(
            [Given.Unit("cell-1", email: "binh@example.org")], "test", CancellationToken.None);
        return office;
    }

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>As the carrier posts.</summary>
    public async Task<HttpResponseMessage> PostAsync(Posts posts, string path = Hook, params (string Name, string Value)[] headers)
    {
        // A body that is refused by its length is not sent then, and the refusal is heard.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { ExpectContinue = true },
        };
        using var content = new ByteArrayContent(posts.ToBytes());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(posts.ContentType);
        foreach (var (name, value) in headers)
        {
            content.Headers.Add(name, value);
        }

        return await client.PostAsync(path, content);
    }

    /// <summary>As an operator, by bearer token.</summary>
    public HttpClient Operator() => new()
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
    };

    /// <summary>As an operator, in a browser.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        await browser.PressAsync((await SignInLinkAsync()).PathAndQuery);
        return browser;
    }

    public async Task<Uri> SignInLinkAsync()
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CreateOperatorLink>().RunAsync(CancellationToken.None))!;
    }

    public async Task<IReadOnlyList<IntakeMail>> InAsync(IntakeState state) =>
        (await Get<IIntake>().PageAsync(state, null, 50, CancellationToken.None)).Items;

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Line.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Replace(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new StorageTransport { Transport = Line })
            .AddSingleton<IMinutes>(Minutes)
            .AddSingleton<HandInMinutes>(Minutes.HandInAsync)
            .AddSingleton<CheckDocument>(HandedIn.CheckAsync)
            .AddSingleton<JoinPhotos>(Minutes.JoinAsync)
            .AddSingleton<RefusalSentence>(code => string.Create(CultureInfo.InvariantCulture, $"[{code}]"))
            .AddSingleton(new SecretMarks(n => n.Contains("(MẬT)", StringComparison.Ordinal), _ => false))
            .AddSingleton<IHandInTokens, NoTokens>();
    }

    private sealed class NoTokens : IHandInTokens
    {
        public Task<OrganizationId?> UnitOfAsync(string token, CancellationToken cancellationToken) =>
            Task.FromResult<OrganizationId?>(token == "abc" ? OrganizationId.Parse("cell-1") : null);
    }
}
