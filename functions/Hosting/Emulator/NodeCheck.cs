using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ServerlessParty.Hosting.Emulator;

/// <summary>Azurite runs on Node; says in one line when it is missing or too old.</summary>
internal static class NodeCheck
{
    private const int OldestMajor = 20;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var version = await VersionAsync(cancellationToken);
        if (Refusal(version) is { } refusal)
        {
            throw new StartRefusedException(refusal);
        }
    }

    /// <summary>Why the Node that answered <paramref name="version"/> (null: there is none) will not do; null when it will.</summary>
    internal static string? Refusal(string? version) => MajorOf(version) switch
    {
        null => $"The local storage emulator needs Node {OldestMajor} or newer, and `node` was not found. {Otherwise}",
        < OldestMajor => $"The local storage emulator needs Node {OldestMajor} or newer, and `node` is {version}. {Otherwise}",
        _ => null,
    };

    private const string Otherwise = "Install it, or set Storage__ConnectionString.";

    private static int? MajorOf(string? version) =>
        int.TryParse(version?.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : null;

    private static async Task<string?> VersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(
                new ProcessStartInfo("node") { ArgumentList = { "--version" }, RedirectStandardOutput = true })!;
            var version = await node.StandardOutput.ReadToEndAsync(cancellationToken);
            await node.WaitForExitAsync(cancellationToken);
            return version.Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
