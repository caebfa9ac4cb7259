using System.Text.RegularExpressions;

namespace ServerlessParty.Tests.Architecture;

/// <summary>One project, so the compiler does not stop a wrong arrow; this does.</summary>
public sealed partial class FolderArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Organizations"] = [],
        ["Obligations"] = ["Organizations"],
        ["Minutes"] = ["Organizations", "Obligations", "Mail"],
        ["Classification"] = ["Organizations", "Obligations"],
        ["Reminders"] = ["Organizations", "Obligations", "Mail"],
        ["Mail"] = [],
        ["Access"] = ["Organizations", "Mail"],
        ["Audit"] = [],
        ["Web"] = [],
        ["Storage"] = ["Organizations", "Obligations", "Minutes", "Classification", "Reminders", "Mail", "Access", "Web", "Hosting"],
    };

    private static readonly string Functions = Path.Combine(Root(), "functions");

    public static TheoryData<string> Folders => new(Directory.GetDirectories(Functions).Select(Path.GetFileName)
        .Where(f => f is not null and not "Properties" and not "bin" and not "obj" and not "Hosting")!);

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_the_folders_it_may(string folder)
    {
        Assert.True(Allowed.ContainsKey(folder), $"functions/{folder} is not a room of the house.");
        var wrong = Sources(folder)
            .SelectMany(file => OwnUsings(file).Except(AllowedIn(folder, file)).Select(used => $"{file}: {used}"));

        Assert.Empty(wrong);
    }

    /// <summary>But for the date that signs a request: the service compares it with its own clock, whatever a run pretends.</summary>
    [Fact]
    public void No_source_reads_a_clock_of_its_own() => Assert.DoesNotContain(
        Sources(""),
        f => ClockPattern().IsMatch(File.ReadAllText(f)) && Path.GetFileName(f) != "SharedKeyLitePolicy.cs");

    [Fact]
    public void No_source_file_is_longer_than_200_lines() =>
        Assert.DoesNotContain(Sources(""), f => File.ReadLines(f).Count() > 200);

    private static IEnumerable<string> AllowedIn(string folder, string file)
    {
        string[] edge = file.EndsWith("Endpoints.cs", StringComparison.Ordinal)
            || file.EndsWith(".razor", StringComparison.Ordinal) ? ["Web", "Access"] : [];
        return [folder, "Audit", .. Allowed[folder], .. edge];
    }

    private static IEnumerable<string> OwnUsings(string file) =>
        UsingPattern().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Functions, folder), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ServerlessParty.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*@?(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?ServerlessParty\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingPattern();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|TimeProvider\.System\.GetUtcNow")]
    private static partial Regex ClockPattern();
}
