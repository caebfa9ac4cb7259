using ServerlessParty.Tests.Infra;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting;

/// <summary>The real process on a store that a newer version wrote.</summary>
public sealed class NewerStoreTests
{
    [Theory]
    [InlineData("--urls=http://127.0.0.1:0")]
    [InlineData("rebuild-due")]
    public async Task It_says_so_in_one_line_and_ends(string first)
    {
        var store = await FirstSchemaStore.WriteAsync(Azurite.UniqueName("n"), "c1");
        await store.SetAsync("Version", 2);
        var azurite = await Azurite.SharedAsync();

        string[] arguments =
            [first, $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Storage:Prefix={store.Prefix}"];
        var (code, _, errors) = await Command.RunAsync(PublishedApp.StartOf(arguments), TimeSpan.FromMinutes(3));

        Assert.Equal(1, code);
        var line = Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains("hãy chạy phiên bản mới hơn", line, StringComparison.Ordinal);
        Assert.Contains("run the newer one", line, StringComparison.Ordinal);
        Assert.Equal(["Dossiers", "Settings"], await store.TablesAsync());
    }
}
