using System.Diagnostics;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>The script root that the tests hand to the host: a published folder where <c>PUBLISHED_APP</c> names one, else what was built.</summary>
internal static class PublishedApp
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("PUBLISHED_APP") is { Length: > 0 } named
        ? Path.GetFullPath(named, Repository.Root)
        : AppContext.BaseDirectory;

    /// <summary>Whether it is what would be deployed.</summary>
    public static bool IsPublished => Folder != AppContext.BaseDirectory;

    /// <summary>A process of its own, in production unless the arguments say otherwise.</summary>
    /// <param name="folder">Where the executable lies; <see cref="Folder"/> where not given.</param>
    public static ProcessStartInfo StartOf(IEnumerable<string> arguments, string? folder = null) =>
        new(Path.Combine(folder ?? Folder, "ServerlessParty"), arguments)
        {
            WorkingDirectory = folder ?? Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
}
