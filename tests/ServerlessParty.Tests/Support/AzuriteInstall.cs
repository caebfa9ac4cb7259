using System.Diagnostics;
using System.Security.Cryptography;

namespace ServerlessParty.Tests.Support;

/// <summary>
/// Installs the emulator from its committed lock file, once per user and lock: into a folder of its own that is renamed when
/// complete, so that two test runs may do it at once.
/// </summary>
internal static class AzuriteInstall
{
    private const string LockedFolder = "functions/Hosting/Emulator";

    private static readonly string[] LockedFiles = ["package.json", "package-lock.json"];

    /// <summary>The folder that has <c>node_modules</c>.</summary>
    public static async Task<string> EnsureAsync()
    {
        var source = Path.Combine(RepositoryRoot(), LockedFolder);
        var target = Path.Combine(CacheFolder(), await HashAsync(Path.Combine(source, LockedFiles[1])));
        if (!Directory.Exists(target))
        {
            await InstallAsync(source, target);
        }

        return target;
    }

    private static async Task InstallAsync(string source, string target)
    {
        var draft = Directory.CreateDirectory($"{target}.{Guid.NewGuid():N}").FullName;
        foreach (var file in LockedFiles)
        {
            File.Copy(Path.Combine(source, file), Path.Combine(draft, file));
        }

        await RunNpmAsync(draft);
        try
        {
            Directory.Move(draft, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static async Task RunNpmAsync(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "ci", "--ignore-scripts", "--no-audit", "--no-fund" },
        };
        using var npm = Process.Start(start)!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}:\n{await output}\n{errors}");
        }
    }

    private static string CacheFolder()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "serverlessparty", "emulator");
        return Directory.CreateDirectory(folder).FullName;
    }

    private static async Task<string> HashAsync(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)))[..16];

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServerlessParty.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
