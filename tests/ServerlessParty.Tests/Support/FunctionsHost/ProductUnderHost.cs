using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>The whole app as a handler, on a store of its own and with its clock stopped; asked directly or through the host.</summary>
internal sealed class ProductUnderHost : IAsyncDisposable
{
    private const string Operator = "operator@example.org";

    private readonly WebApplication _app;
    private readonly HostFront? _front;
    private readonly string _data;
    private readonly ConcurrentDictionary<string, bool> _served;

    private ProductUnderHost(WebApplication app, HostFront? front, string data, ConcurrentDictionary<string, bool> served)
    {
        (_app, _front, _data, _served) = (app, front, data, served);
        Address = front?.Address ?? new Uri(app.Urls.Single());
    }

    /// <summary>Where the public asks.</summary>
    public Uri Address { get; }

    /// <summary>All routes, as <c>GET /organizations/{id}</c>.</summary>
    public IEnumerable<string> Routes => _app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(NamesOf).Distinct();

    /// <summary>The routes that served a request.</summary>
    public ICollection<string> Served => _served.Keys;

    /// <param name="mode">How the host hands on; null: there is no host between.</param>
    public static async Task<ProductUnderHost> StartAsync(HostMode? mode)
    {
        var azurite = await Azurite.SharedAsync();
        var data = Directory.CreateTempSubdirectory().FullName;
        var served = new ConcurrentDictionary<string, bool>();
        var app = BackOffice.Build(
            [
                $"--FUNCTIONS_CUSTOMHANDLER_PORT={Ports.Free()}", "--environment=Production",
                "--Web:PublicUrl=https://party.example.org", $"--Local:DataPath={data}", "--Minutes:FirstPeriod=2026-10",
                $"--Hooks:Code={HostFront.FunctionKey}", "--Mail:Inbound:Enabled=true", "--Mail:Inbound:Domain=in.example.org",
                $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Storage:Prefix={Azurite.UniqueName("uh")}",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(StoppedClock.At("2026-11-24T02:00:00Z"));
            });
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is RouteEndpoint endpoint)
            {
                served[$"{context.Request.Method} {endpoint.RoutePattern.RawText}"] = true;
            }

            return next(context);
        });
        await app.StartAsync();
        var root = ScriptRoot.Of(AppContext.BaseDirectory);
        return new(app, mode is { } how ? await HostFront.StartAsync(root, new Uri(app.Urls.Single()), how) : null, data, served);
    }

    /// <summary>The path of a link that signs the operator in.</summary>
    public async Task<string> SignInPathAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var grant = new Grant("walker", Operator, Role.Operator, null);
        await scope.ServiceProvider.GetRequiredService<IGrants>().AddAsync(grant, default);
        var link = await scope.ServiceProvider.GetRequiredService<SignInLinks>().CreateAsync(grant.Id, int.MaxValue, null, default);
        return link!.PathAndQuery;
    }

    /// <summary>The path of a secretary's link.</summary>
    public async Task<string> UnitPathAsync(string unit)
    {
        var links = _app.Services.GetRequiredService<IUnitLinks>();
        var link = await links.CreateAsync(OrganizationId.Parse(unit), 0, new DateOnly(2026, 12, 31), default);
        return link.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        if (_front is not null)
        {
            await _front.DisposeAsync();
        }

        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => $"{method} {endpoint.RoutePattern.RawText}");
}
