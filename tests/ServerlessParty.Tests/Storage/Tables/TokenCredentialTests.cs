using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>The emulator's tables know no tokens, so a listener that records what arrives stands for the service.</summary>
public sealed class TokenCredentialTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string? Authorization, string? Version)> _calls = new();
    private readonly X509Certificate2 _certificate = SelfSigned();
    private WebApplication _listener = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(_certificate)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        _listener = builder.Build();
        _listener.Run(context =>
        {
            var headers = context.Request.Headers;
            _calls.Enqueue((context.Request.Path, headers.Authorization, headers["x-ms-version"]));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        await _listener.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _listener.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Every_call_carries_the_token_of_the_storage_scope()
    {
        var asked = new ConcurrentQueue<string>();
        var table = Table(DelegatedTokenCredential.Create((context, _) =>
        {
            asked.Enqueue(Assert.Single(context.Scopes));
            return new AccessToken("the-token", TimeProvider.System.GetUtcNow().AddHours(1));
        }));

        await table.UpsertEntityAsync(new TableEntity("p", "1"));
        await table.DeleteEntityAsync("p", "1");

        Assert.Equal(["https://storage.azure.com/.default"], asked);
        Assert.Equal(2, _calls.Count);
        Assert.All(_calls, call => Assert.Equal(("Bearer the-token", "2020-12-06"), (call.Authorization, call.Version)));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_called()
    {
        var table = Table(DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("No identity.")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.UpsertEntityAsync(new TableEntity("p", "1")));

        Assert.Empty(_calls);
    }

    private TableClient Table(TokenCredential credential)
    {
        var handler = new SocketsHttpHandler();
        var expected = _certificate.Thumbprint;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown is X509Certificate2 certificate && certificate.Thumbprint == expected;
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(handler)) };
        return new TableServiceClient(new Uri(_listener.Urls.First()), credential, options).GetTableClient("rows");
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
