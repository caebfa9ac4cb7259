using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace ServerlessParty.Hosting.Emulator;

/// <summary>
/// Installs Azurite from the committed lock file, once per user and lock: into a folder of its own that is renamed when
/// complete, so that a broken installation is never used.
/// </summary>
/// <param name="source">The folder of <c>package.json</c> and <c>package-lock.json</c>.</param>
/// <param name="cache">Where installations are kept.</param>
/// <param name="say">Tells the operator what takes so long.</param>
internal sealed class EmulatorInstall(string source, string cache, Action<string> say)
{
    private static readonly string[] Files = ["package.json", "package-lock.json"];

    /// <summary>The folder beside the app that its files are published to.</summary>
    public static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "emulator");

    /// <summary>The user's own folder for installations.</summary>
    public static string Cache
    {
        get
        {
            var data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "serverlessparty", "emulator");
        }
    }

    /// <summary>The folder that has <c>node_modules</c>, installing it first where needed.</summary>
    public async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var target = Path.Combine(cache, await HashAsync(cancellationToken));
        if (Directory.Exists(target))
        {
            return target;
        }

        Directory.CreateDirectory(cache);
        using var only = await FileLock.TakeAsync($"{target}.lock", cancellationToken);
        if (!Directory.Exists(target))
        {
            say($"Installing the local storage emulator (npm ci, only this once, about 200 MB, into {target}) ...");
            await InstallAsync(target, cancellationToken);
        }

        return target;
    }

    private async Task InstallAsync(string target, CancellationToken cancellationToken)
    {
        var draft = $"{target}.partial";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft);
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(source, file), Path.Combine(draft, file));
        }

        await RunNpmAsync(draft, cancellationToken);
        Directory.Move(draft, target);
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList = { "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error" },
            })!;
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            RefuseIfFailed(npm.ExitCode, errors);
        }
        catch (Win32Exception e)
        {
            throw new StartRefusedException("The local storage emulator is installed by npm, and `npm` was not found.", e);
        }
    }

    private static void RefuseIfFailed(int exitCode, string errors)
    {
        if (exitCode != 0)
        {
            var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var why = lines.FirstOrDefault(line => !line.StartsWith("npm error code", StringComparison.Ordinal)) ?? "no reason given";
            throw new StartRefusedException($"npm could not install the local storage emulator (exit code {exitCode}): {why}");
        }
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        var locked = Path.Combine(source, Files[1]);
        return File.Exists(locked)
            ? Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(locked, cancellationToken)))[..16]
            : throw new StartRefusedException(
                "Storage__ConnectionString: needed, since a published app does not carry the local storage emulator.");
    }
}
