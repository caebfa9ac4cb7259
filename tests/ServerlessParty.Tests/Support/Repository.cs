namespace ServerlessParty.Tests.Support;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>ServerlessParty.sln</c>.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A path inside the working copy, from its root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ServerlessParty.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No ServerlessParty.sln above {AppContext.BaseDirectory}.");
    }
}
