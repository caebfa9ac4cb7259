using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ServerlessParty.Tests.Web;

/// <summary>Every text exists in Vietnamese and in English, says something, and takes the same values.</summary>
public sealed partial class TextsTests
{
    /// <summary>Names and words that are the same in both languages on purpose.</summary>
    private static readonly HashSet<string> SameInBoth =
        ["ServerlessParty", "E-mail", "Email", "CSV", "Excel", "Zalo", "SHA-256", "{0}", "{0}: {1}", "{0} ({1})"];

    public static TheoryData<string> Files => new(Directory
        .EnumerateFiles(Functions(), "*Texts.resx", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Functions(), file)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_have_the_same_texts(string file) =>
        Assert.Equal(Read(file).Keys.Order(), Read(English(file)).Keys.Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_is_empty_or_given_twice(string file)
    {
        foreach (var language in new[] { file, English(file) })
        {
            Assert.DoesNotContain(Read(language), text => string.IsNullOrWhiteSpace(text.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_take_the_same_values(string file)
    {
        var english = Read(English(file));
        Assert.All(Read(file), text => Assert.Equal(Placeholders(text.Value), Placeholders(english[text.Key])));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_was_left_in_the_other_language(string file)
    {
        var english = Read(English(file));
        Assert.DoesNotContain(Read(file), text => text.Value == english[text.Key] && !SameInBoth.Contains(text.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_vietnamese_sentence_has_vietnamese_letters(string file) =>
        Assert.DoesNotContain(
            Read(file).Values, text => text.Split(' ').Length > 3 && !VietnameseLetter().IsMatch(text));

    [Fact]
    public void There_are_texts() => Assert.NotEmpty(Files);

    /// <summary>Throws when a name is given twice.</summary>
    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Functions(), file))
        .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string English(string file) => Path.ChangeExtension(file, ".en.resx");

    private static SortedSet<string> Placeholders(string text) =>
        [.. PlaceholderPattern().Matches(text).Select(m => m.Value)];

    private static string Functions()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ServerlessParty.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "functions");
    }

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", RegexOptions.IgnoreCase)]
    private static partial Regex VietnameseLetter();
}
