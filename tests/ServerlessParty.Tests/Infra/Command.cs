using System.Diagnostics;

namespace ServerlessParty.Tests.Infra;

/// <summary>Runs a program to its end; Debian's package of it is installed on the way by root, where it is missing.</summary>
internal static class Command
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <returns>The exit code and all that was printed.</returns>
    public static async Task<(int Code, string Said)> RunAsync(
        string program, string[] arguments, Dictionary<string, string>? environment = null, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var (code, output, errors) = await RunAsync(start, limit ?? TimeSpan.FromMinutes(1));
        return (code, output + errors);
    }

    /// <summary>A program that takes longer than <paramref name="limit"/> ends with all that it started.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await Task.WhenAll(output, errors, process.WaitForExitAsync()).WaitAsync(limit);
            return (process.ExitCode, await output, await errors);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <param name="program">Its path in Debian, as in <c>/usr/bin/shellcheck</c>.</param>
    /// <exception cref="InvalidOperationException">It is missing and could not be installed.</exception>
    public static async Task EnsureAsync(string program, string package)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (!File.Exists(program) && Environment.IsPrivilegedProcess)
            {
                await AptAsync("update", "-qq");
                await AptAsync("install", "-y", "-qq", "--no-install-recommends", package);
            }
        }
        finally
        {
            OneAtATime.Release();
        }

        Assert.True(File.Exists(program), $"These tests need {program}: sudo apt-get install {package}");
    }

    private static Task<(int Code, string Said)> AptAsync(params string[] arguments) => RunAsync(
        "apt-get", arguments, new() { ["DEBIAN_FRONTEND"] = "noninteractive" }, TimeSpan.FromMinutes(10));
}
