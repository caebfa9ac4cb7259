using System.Diagnostics;

namespace ServerlessParty.Tests.Support;

/// <summary>Makes sure that there is a Chromium: the one named by <c>CHROMIUM_PATH</c>, or Debian's, which root may install on the way.</summary>
internal static class ChromiumInstall
{
    private const string Debian = "/usr/bin/chromium";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <returns>The executable.</returns>
    /// <exception cref="InvalidOperationException">There is none, and it could not be installed.</exception>
    public static async Task<string> EnsureAsync()
    {
        var wanted = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? Debian;
        if (!File.Exists(wanted) && wanted == Debian && Environment.IsPrivilegedProcess)
        {
            await RunAsync("update", "-qq");
            await RunAsync("install", "-y", "-qq", "--no-install-recommends", "chromium");
        }

        return File.Exists(wanted)
            ? wanted
            : throw new InvalidOperationException(
                $"The page tests need Chromium at {wanted}: sudo apt-get install chromium, or set CHROMIUM_PATH.");
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments)
        {
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
    }
}
