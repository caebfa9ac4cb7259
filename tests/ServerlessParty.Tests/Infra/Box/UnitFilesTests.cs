using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra.Box;

/// <summary>The units as systemd itself reads them.</summary>
public sealed class UnitFilesTests
{
    private const string Analyze = "/usr/bin/systemd-analyze";

    [Theory]
    [InlineData("serverlessparty.service")]
    [InlineData("serverlessparty-azurite.service")]
    public async Task Systemd_has_no_complaint(string unit)
    {
        await Command.EnsureAsync(Analyze, "systemd");
        var folder = Directory.CreateTempSubdirectory("unit").FullName;
        var text = await File.ReadAllTextAsync(Repository.Path("infra", "box", unit));
        // It looks for the program itself, which only an installed box has.
        await File.WriteAllTextAsync(
            Path.Combine(folder, unit), text.Replace("/opt/serverlessparty/current/ServerlessParty", "/bin/true", StringComparison.Ordinal));

        var (code, said) = await Command.RunAsync(Analyze, ["verify", "--man=no", Path.Combine(folder, unit)]);

        Directory.Delete(folder, recursive: true);
        Assert.DoesNotContain(said.Split('\n'), line => line.Contains(unit, StringComparison.Ordinal));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_systemd_does_not_know_would_be_a_complaint()
    {
        await Command.EnsureAsync(Analyze, "systemd");
        var folder = Directory.CreateTempSubdirectory("unit").FullName;
        var file = Path.Combine(folder, "wrong.service");
        await File.WriteAllTextAsync(file, "[Service]\nExecStart=/bin/true\nProtectEverything=yes\n");

        var (_, said) = await Command.RunAsync(Analyze, ["verify", "--man=no", file]);

        Directory.Delete(folder, recursive: true);
        Assert.Contains("ProtectEverything", said, StringComparison.Ordinal);
    }

    /// <summary>From 0, the best, to 100: most services of a distribution have more than 90.</summary>
    [Theory]
    [InlineData("serverlessparty.service")]
    [InlineData("serverlessparty-azurite.service")]
    public async Task Exposure_is_at_most_15_of_100(string unit)
    {
        await Command.EnsureAsync(Analyze, "systemd");

        var (code, said) = await Command.RunAsync(
            Analyze, ["security", "--offline=true", "--threshold=15", "--no-pager", Repository.Path("infra", "box", unit)]);

        Assert.True(code == 0, said);
    }
}
