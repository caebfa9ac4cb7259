using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Hosting;

namespace ServerlessParty.Tests.Support;

/// <summary>The whole app in Development, on a store of its own in the emulator; nothing of it is replaced.</summary>
internal sealed class WholeProduct : IAsyncDisposable
{
    private const string Token = "the-operator-of-the-pages";

    private readonly WebApplication _app;
    private readonly string _data;

    private WholeProduct(WebApplication app, string data)
    {
        _app = app;
        _data = data;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public static async Task<WholeProduct> StartAsync()
    {
        var azurite = await Azurite.SharedAsync();
        var data = Directory.CreateTempSubdirectory().FullName;
        var app = BackOffice.Build(
            [
                "--urls=http://127.0.0.1:0", "--environment=Development", "--Timers:Enabled=false", "--Local:Sample=false",
                $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Storage:Prefix={Azurite.UniqueName("pg")}",
                $"--Local:DataPath={data}", $"--Access:AdminToken={Token}",
            ],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new(app, data);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>What a start in Development prints.</summary>
    public async Task<Uri> SignInLinkAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CreateOperatorLink>().RunAsync(CancellationToken.None))!;
    }

    /// <summary>Writes a file that a person could choose in a form.</summary>
    public async Task<string> WriteFileAsync(string name, string text)
    {
        var path = Path.Combine(_data, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    /// <summary>A program that may do everything.</summary>
    public HttpClient Operator() => new()
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
    };

    /// <summary>Runs a timer's use case as an operator does.</summary>
    public async Task RunAsync(string function, DateTimeOffset asOf)
    {
        using var client = Operator();
        var answer = await client.PostAsJsonAsync($"/api/runs/{function}", new { asOf });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
