using ServerlessParty.Minutes.Content;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>A file that must be taken.</summary>
/// <param name="Text">What must be read in it, line by line; null where there is nothing to read.</param>
internal sealed record HarmlessFile(string What, DocumentType Type, string? Text, Func<byte[]> Make);

/// <summary>All files that must be taken: a wrong refusal costs a secretary more than anything else here.</summary>
internal static class HarmlessFiles
{
    public const string Minutes = "BIÊN BẢN SINH HOẠT CHI BỘ\nHôm nay, chi bộ họp thường kỳ.";

    private static readonly Dictionary<string, HarmlessFile> All = new[]
    {
        HarmlessPdfs.All, HarmlessDocuments.All, HarmlessPictures.All, RunningText.All,
    }.SelectMany(files => files).ToDictionary(file => file.What);

    public static TheoryData<string> Names => new(All.Keys);

    public static IEnumerable<HarmlessFile> Each => All.Values;

    public static HarmlessFile Named(string what) => All[what];
}
