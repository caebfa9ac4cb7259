using ServerlessParty.Minutes;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>A file that must be refused.</summary>
/// <param name="Code">One of <see cref="MinutesRefusals"/>.</param>
internal sealed record HostileFile(string What, string Code, Func<byte[]> Make);

/// <summary>All files that must be refused, by what they are.</summary>
internal static class HostileFiles
{
    private static readonly Dictionary<string, HostileFile> All = new[]
    {
        StrangeFiles.All, HostilePrograms.All, HostilePdfs.All, DamagedPdfs.All, HostileDocuments.All, HostilePackages.All,
        HostilePictures.All, SecretPapers.All,
    }.SelectMany(files => files).ToDictionary(file => file.What);

    public static TheoryData<string> Names => new(All.Keys);

    public static int Count => All.Count;

    public static HostileFile Named(string what) => All[what];
}
