using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Hosting;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting;

public sealed class CompositionTests
{
    /// <summary>What is asked for as a list (housework, banners, parts of health) would be done twice.</summary>
    [Fact]
    public async Task Nothing_of_ours_is_registered_twice()
    {
        IServiceCollection? services = null;
        await using var app = BackOffice.Build(
            ["--environment=Production", $"--Storage:ConnectionString={NoStore.ConnectionString}"],
            builder => services = builder.Services);

        var twice = services!
            .Where(s => s is { IsKeyedService: false, ImplementationType.Namespace: { } name } && name.StartsWith("ServerlessParty", StringComparison.Ordinal))
            .CountBy(s => $"{s.ServiceType.Name} by {s.ImplementationType!.Name}").Where(s => s.Value > 1);

        Assert.Empty(twice);
    }
}
