using System.Net;
using System.Net.Sockets;
using ServerlessParty.Tests.Infra;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting;

/// <summary>Starts the real process: what an operator can put right is one line and the exit code 1.</summary>
public sealed class StartTests
{
    private const string SomeStore = "--Storage:ConnectionString=AccountName=a;AccountKey=YQ==";

    [Theory]
    [InlineData("Storage__ConnectionString: needed (or Storage__AccountName): there is no place for the data.")]
    [InlineData("Storage__ConnectionString: not a connection string of Azure Storage", "--Storage:ConnectionString=abc")]
    [InlineData("Storage__AccountName: set together with", SomeStore, "--Storage:AccountName=party")]
    [InlineData("Storage__AccountName: not the name of a storage account", "--Storage:AccountName=No_Name")]
    [InlineData("Timers__Enabled: must be true or false, not `maybe`.", SomeStore, "--Timers:Enabled=maybe")]
    [InlineData("Mail__Provider: must be Folder, SendGrid or Smtp, not `Pigeon`.", SomeStore, "--Mail:Provider=Pigeon")]
    [InlineData("Mail__SendGrid__ApiKey: needed", SomeStore, "--Mail:Provider=SendGrid")]
    [InlineData("Local__Sample: must be true or false, not `maybe`.", "--environment=Development", "--Local:Sample=maybe")]
    [InlineData("Store__Language: must be vi or en, not `fr`.", SomeStore, "--Store:Language=fr")]
    [InlineData("Scan__ClamdHost: must be a host name or an address without a port, not `clam:3310`.", SomeStore, "--Scan:ClamdHost=clam:3310")]
    [InlineData("Scan__ClamdPort: must be a port number, not `x`.", SomeStore, "--Scan:ClamdHost=localhost", "--Scan:ClamdPort=x")]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT: must be a port number, not `0`.", "--FUNCTIONS_CUSTOMHANDLER_PORT=0")]
    public async Task A_wrong_setting_is_named_with_the_reason(string line, params string[] args) =>
        AssertRefused(line, await RunAsync([.. args]));

    [Fact]
    public async Task Under_the_Functions_host_there_is_no_local_store() => AssertRefused(
        "Storage__ConnectionString: needed", await RunAsync(["--environment=Development", "--FUNCTIONS_CUSTOMHANDLER_PORT=5081"]));

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        AssertRefused(
            $"Failed to bind to address {address}: address already in use",
            await RunAsync([SomeStore, "--Timers:Enabled=false", "--urls", address]));
    }

    [Fact]
    public async Task A_missing_Node_is_one_line()
    {
        var data = Directory.CreateTempSubdirectory();
        // Only what is built has the emulator beside it.
        var ended = await RunAsync(
            ["--environment=Development", $"--Local:DataPath={data.FullName}"], AppContext.BaseDirectory, path: data.FullName);
        data.Delete(recursive: true);

        AssertRefused("The local storage emulator needs Node 20 or newer, and `node` was not found.", ended);
    }

    [Fact]
    public async Task An_unknown_command_names_those_there_are()
    {
        var (code, errors) = await RunAsync(["sing", SomeStore]);

        Assert.Equal(2, code);
        Assert.Equal(
            "Unknown command `sing`. Commands: load <folder>; invite <email> <role> <unit>; verify-audit; rebuild-due; rebuild-minutes; upgrade; check-mail.", errors.Trim());
    }

    private static void AssertRefused(string line, (int Code, string Errors) ended)
    {
        Assert.Equal(1, ended.Code);
        Assert.StartsWith(line, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }

    private static async Task<(int Code, string Errors)> RunAsync(string[] args, string? folder = null, string? path = null)
    {
        var start = PublishedApp.StartOf(args, folder);
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        var (code, _, errors) = await Command.RunAsync(start, TimeSpan.FromMinutes(1));
        return (code, errors);
    }
}
