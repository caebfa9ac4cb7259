using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Infra.Box;

public sealed class SetupTests
{
    private static readonly string Setup = Repository.Path("infra", "box", "setup");

    /// <summary>
    /// Everything that <c>infra/box/try</c> goes through: installed, again, killed, upgraded, rolled back, two broken versions
    /// taken back, removed, installed again. On this machine's own files, under layers that are thrown away. Somebody who is not
    /// root is told so.
    /// </summary>
    [Fact]
    public async Task A_box_is_installed_upgraded_rolled_back_and_removed_without_losing_data()
    {
        var folder = Directory.CreateTempSubdirectory("box").FullName;
        var storage = Path.Combine(folder, "storage");
        await File.WriteAllTextAsync(storage, (await Azurite.SharedAsync()).ConnectionString);

        var (code, said) = await Command.RunAsync(
            Repository.Path("infra", "box", "try"),
            [Program(), "--here", "--storage-file", storage, "--port", $"{Ports.Free()}"],
            new() { ["DOTNET_ROOT"] = DotnetRoot() },
            TimeSpan.FromMinutes(5));

        Directory.Delete(folder, recursive: true);
        var (expected, last) = Environment.IsPrivilegedProcess
            ? (0, "The trial passed.") : (1, "FAILED: a service is installed, which needs root");
        Assert.True(code == expected, said);
        Assert.EndsWith(last, said.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "infra/box/setup install FOLDER")]
    [InlineData(2, "infra/box/setup install FOLDER", "dance")]
    public async Task What_it_can_do_is_said(int expected, string sentence, params string[] arguments)
    {
        var (code, said) = await Command.RunAsync(Setup, arguments);

        Assert.Equal(expected, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a published folder", "install", "/nowhere")]
    [InlineData("needs a value", "install", "--url")]
    [InlineData("Không hiểu / not understood: --colour", "install", "--colour", "red")]
    public async Task A_wrong_call_is_refused_with_the_reason(string sentence, params string[] arguments)
    {
        var (code, said) = await Command.RunAsync(Setup, arguments);

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }

    /// <summary>What a box is installed from; a published folder has the runtime in it, this one finds the machine's.</summary>
    private static string Program() => PublishedApp.IsPublished
        ? PublishedApp.Folder
        : Path.Combine(Repository.Root, ".artifacts", "bin", "ServerlessParty", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')));

    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(
        System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
