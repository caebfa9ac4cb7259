using System.Diagnostics;
using ServerlessParty.Tests.Support;

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

        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "ServerlessParty.dll"), first,
            $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Storage:Prefix={store.Prefix}",
        ];
        Array.ForEach(all, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);

        Assert.Equal(1, process.ExitCode);
        var line = Assert.Single((await errors).Trim().Split('\n'));
        Assert.Contains("hãy chạy phiên bản mới hơn", line, StringComparison.Ordinal);
        Assert.Contains("run the newer one", line, StringComparison.Ordinal);
        Assert.Equal(["Dossiers", "Settings"], await store.TablesAsync());
    }
}
