using System.Diagnostics;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>Runs <c>infra/deploy</c> against a stand-in for <c>az</c> that keeps what was created from run to run.</summary>
internal sealed class DeployRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deploy").FullName;

    public DeployRun()
    {
        var tools = Directory.CreateDirectory(Path.Combine(_folder, "tools")).FullName;
        Directory.CreateDirectory(State);
        Tool(tools, "az", File.ReadAllText(Repository.Path("tests", "ServerlessParty.Tests", "Infra", "az-recorder.sh")));
        Tool(tools, "zip", "#!/bin/sh\ntouch \"$3\"\n");
        Tool(tools, "curl", "#!/bin/sh\necho \"$*\" >> \"$AZ_STATE/curl\"\n");
        // The machine's own az, if it has one, must be out of reach.
        foreach (var real in (string[])["basename", "bash", "cat", "date", "dirname", "env", "grep", "mktemp", "od", "realpath", "rm", "sed", "sh", "sort", "touch", "tr", "xargs"])
        {
            File.CreateSymbolicLink(Path.Combine(tools, real), Real(real));
        }

        foreach (var function in (string[])["ReceiveMail:function", "Web:anonymous", "SendLetters:none"])
        {
            var parts = function.Split(':');
            var folder = Directory.CreateDirectory(Path.Combine(Package, parts[0])).FullName;
            File.WriteAllText(Path.Combine(folder, "function.json"), $"{{ \"authLevel\": \"{parts[1]}\" }}");
        }

        File.WriteAllText(Path.Combine(Package, "host.json"), "{}");
    }

    /// <summary>What the stand-in was asked, command by command, each in its parts.</summary>
    public List<string[]> Asked => [.. Lines("asked").Select(line => line.Split('\u001f'))];

    /// <summary>What the template's parameters would read.</summary>
    public Dictionary<string, string> Answers => Lines("answers").ToDictionary(line => line.Split('=')[0], line => line.Split('=', 2)[1]);

    public IReadOnlyList<string> Fetched => Lines("curl");

    public string Keys => string.Concat(Lines("keys"));

    private string State => Path.Combine(_folder, "state");

    private string Package => Path.Combine(_folder, "app");

    /// <returns>The exit code and all that was printed.</returns>
    public async Task<(int Code, string Said)> RunAsync(
        string input, Dictionary<string, string>? environment = null, params string[] more)
    {
        string[] arguments =
        [
            "--place", "hue", "--location", "southeastasia", "--alerts", "ops@example.org", "--from", "nhac@example.org",
            "--package", Package, .. more,
        ];
        return await RunBareAsync(input, environment, arguments);
    }

    public async Task<(int Code, string Said)> RunBareAsync(
        string input, Dictionary<string, string>? environment, params string[] arguments)
    {
        // A script that ends early would break the pipe of a writer; a file waits to be read.
        var typed = Path.Combine(_folder, "typed");
        await File.WriteAllTextAsync(typed, input);
        string[] command = ["-c", "exec \"$0\" \"${@:2}\" < \"$1\"", Repository.Path("infra", "deploy"), typed, .. arguments];
        var start = new ProcessStartInfo("/bin/bash", command) { WorkingDirectory = _folder };
        start.Environment["PATH"] = Path.Combine(_folder, "tools");
        start.Environment["AZ_STATE"] = State;
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var (code, output, errors) = await Command.RunAsync(start, TimeSpan.FromMinutes(1));
        return (code, output + errors);
    }

    public void RemoveTool(string name) => File.Delete(Path.Combine(_folder, "tools", name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Real(string tool) =>
        new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private static void Tool(string folder, string name, string script)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private string[] Lines(string file)
    {
        var path = Path.Combine(State, file);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }
}
