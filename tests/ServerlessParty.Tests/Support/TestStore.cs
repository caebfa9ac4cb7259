using System.Globalization;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Hosting;
using ServerlessParty.Storage;

namespace ServerlessParty.Tests.Support;

/// <summary>A store of its own on the emulator, with the product's real adapters; a new graph on the same store is a new process.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly ServiceProvider _provider;

    private TestStore(ServiceProvider provider, string prefix, MovableClock clock)
    {
        _provider = provider;
        Prefix = prefix;
        Clock = clock;
    }

    public string Prefix { get; }

    public MovableClock Clock { get; }

    public static Task<TestStore> CreateAsync(HttpPipelineTransport? transport = null) =>
        OpenAsync(Azurite.UniqueName("t"), new MovableClock(), transport);

    public Task<TestStore> AgainAsync(HttpPipelineTransport? transport = null) => OpenAsync(Prefix, Clock, transport);

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    public void Dispose() => _provider.Dispose();

    private static async Task<TestStore> OpenAsync(string prefix, MovableClock clock, HttpPipelineTransport? transport)
    {
        var azurite = await Azurite.SharedAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Storage:Prefix"] = prefix,
        };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        if (transport is not null)
        {
            services.AddSingleton(new StorageTransport { Transport = transport });
        }

        return new(services.BuildServiceProvider(), prefix, clock);
    }
}

/// <summary>A clock that stands until a test moves it; it begins on Monday 02/11/2026, 09:00 in Vietnam.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.Parse("2026-11-02T02:00:00Z", CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void SetTo(string instant) => _now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
