using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Hosting;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Scan;

namespace ServerlessParty.Tests.Hosting;

public sealed class MinutesServicesTests
{
    [Fact]
    public async Task Without_a_scanner_set_a_good_file_is_taken() => Assert.IsType<CheckedContent.Fine>(await CheckAsync([]));

    [Fact]
    public async Task A_scanner_that_is_set_is_asked()
    {
        using var clamd = new FakeClamd("stream: Eicar FOUND\0");

        var found = await CheckAsync(new() { ["Scan:ClamdHost"] = "127.0.0.1", ["Scan:ClamdPort"] = $"{clamd.Port}" });

        Assert.Equal(new CheckedContent.Refused(MinutesRefusals.Infected), found);
    }

    private static async Task<CheckedContent> CheckAsync(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddMinutes(configuration).BuildServiceProvider();
        return await CheckContentTests.CheckAsync(
            HarmlessFiles.Named("a PDF").Make(), "a.pdf", services.GetRequiredService<CheckContent>());
    }
}
