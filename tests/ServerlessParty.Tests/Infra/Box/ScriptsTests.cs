using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra.Box;

public sealed class ScriptsTests
{
    private static readonly List<string> All = [.. InfraFiles.All.Where(
        file => File.ReadLines(Repository.Path("infra", file)).FirstOrDefault() == "#!/usr/bin/env bash")];

    public static TheoryData<string> Scripts => new(All);

    [Fact]
    public void All_scripts_are_looked_at() => Assert.Equal(
        ["box/setup", "box/try", "box/try-systemctl", "deploy"], All);

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_shell_checker_has_no_complaint(string file)
    {
        await Command.EnsureAsync("/usr/bin/shellcheck", "shellcheck");

        var (code, said) = await Command.RunAsync("/usr/bin/shellcheck", [Repository.Path("infra", file)]);

        Assert.True(code == 0, said);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void They_stop_at_the_first_failure_and_can_be_run(string file)
    {
        var path = Repository.Path("infra", file);

        Assert.Contains("set -euo pipefail", File.ReadLines(path));
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
    }
}
