namespace ServerlessParty.Web;

/// <summary>Where a form may send its reader back to: a path on this site, nothing else.</summary>
public static class LocalPath
{
    /// <summary>The longest path taken.</summary>
    public const int MaxLength = 2_000;

    /// <summary>
    /// <paramref name="path"/> when it is a path on this site in printable ASCII, as it stands in an address, else
    /// <c>/</c>. <c>//host</c> and <c>/\host</c> are other sites to a browser.
    /// </summary>
    public static string OrHome(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length <= MaxLength && path.All(c => c is > ' ' and <= '~')
            ? path
            : "/";
}
