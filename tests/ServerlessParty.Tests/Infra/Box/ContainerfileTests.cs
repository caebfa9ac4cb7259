using System.Text.RegularExpressions;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra.Box;

/// <summary>There is no container tool here, so the file is read and held to what such a tool would ask and to our own rules.</summary>
public sealed partial class ContainerfileTests
{
    private static readonly string[] Known =
        ["FROM", "RUN", "COPY", "ENV", "WORKDIR", "VOLUME", "USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"];

    private static readonly List<(string Name, string Text)> Instructions = Read();

    [Fact]
    public void Every_instruction_is_one_that_there_is_and_the_image_comes_first()
    {
        Assert.Equal("FROM", Instructions[0].Name);
        Assert.Subset(Known.ToHashSet(), Instructions.Select(instruction => instruction.Name).ToHashSet());
        Assert.Single(Instructions, instruction => instruction.Name == "ENTRYPOINT");
    }

    [Fact]
    public void The_image_has_a_version() => Assert.Matches("^[a-z]+:[a-z0-9.-]+$", TextOf("FROM"));

    [Fact]
    public void It_runs_as_nobody_of_the_system_and_owns_only_its_data()
    {
        var names = Instructions.Select(instruction => instruction.Name).ToList();

        Assert.Matches("^[1-9][0-9]{3,}:[1-9][0-9]{3,}$", TextOf("USER"));
        Assert.Contains("--chown=root:root", TextOf("COPY"), StringComparison.Ordinal);
        Assert.True(names.IndexOf("USER") > names.LastIndexOf("RUN"));
        Assert.True(names.IndexOf("USER") < names.IndexOf("ENTRYPOINT"));
    }

    [Fact]
    public void The_program_is_started_itself_so_that_it_hears_the_signal_to_end() =>
        Assert.Equal("[\"/app/ServerlessParty\"]", TextOf("ENTRYPOINT"));

    [Fact]
    public void Its_health_is_asked_where_the_product_tells_it()
    {
        var port = TextOf("EXPOSE");

        Assert.Contains($"http://127.0.0.1:{port}/healthz", TextOf("HEALTHCHECK"), StringComparison.Ordinal);
        Assert.Contains($"ASPNETCORE_URLS=http://0.0.0.0:{port}", TextOf("ENV"), StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_are_installed_in_one_layer_without_lists_and_without_what_is_not_needed()
    {
        var run = TextOf("RUN");

        Assert.Matches("apt-get update && apt-get install --yes --no-install-recommends .* && rm -rf /var/lib/apt/lists", run);
        Assert.All((string[])["ca-certificates", "curl", "libicu"], package => Assert.Contains(package, run, StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_is_in_the_image() =>
        Assert.DoesNotContain(Instructions, instruction => SecretPattern().IsMatch(instruction.Text));

    private static string TextOf(string name) => Instructions.Single(instruction => instruction.Name == name).Text;

    private static List<(string Name, string Text)> Read()
    {
        var text = string.Join('\n', File.ReadLines(Repository.Path("infra", "box", "Containerfile")).Where(line => !line.StartsWith('#')));
        return [.. ContinuedPattern().Replace(text, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1].Trim()))];
    }

    [GeneratedRegex("\\s*\\\\\n\\s*")]
    private static partial Regex ContinuedPattern();

    [GeneratedRegex("(Key|Password|Secret|Code|ConnectionString)=")]
    private static partial Regex SecretPattern();
}
