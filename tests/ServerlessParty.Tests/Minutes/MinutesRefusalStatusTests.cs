using System.Globalization;
using System.Text.RegularExpressions;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

public sealed partial class MinutesRefusalStatusTests
{
    [Fact]
    public void Every_refusal_has_the_status_that_its_documentation_names()
    {
        var documented = Documented();

        Assert.Equal(MinutesRefusalTextsTests.Words.Order(), documented.Keys.Order());
        Assert.All(documented, refusal => Assert.Equal(refusal.Value, MinutesRefusalStatus.StatusOf(refusal.Key)));
    }

    [Fact]
    public void Another_word_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MinutesRefusalStatus.StatusOf("minutes.nothing"));

    /// <summary>As the source says it: a sentence that ends with the status, then the code.</summary>
    private static Dictionary<string, int> Documented() => DocumentedPattern()
        .Matches(File.ReadAllText(Repository.Path("functions", "Minutes", "MinutesRefusals.cs")))
        .ToDictionary(m => m.Groups["code"].Value, m => int.Parse(m.Groups["status"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("""\((?<status>\d{3})\)\.</summary>\s+public const string \w+ = "(?<code>[\w.]+)";""")]
    private static partial Regex DocumentedPattern();
}
