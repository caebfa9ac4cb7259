using System.Text.RegularExpressions;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>The templates as the real compiler sees them: it knows every resource of Azure and every property it has.</summary>
public sealed partial class TemplatesTests
{
    public static TheoryData<string> Templates => new(InfraFiles.Ending(".bicep"));

    [Fact]
    public async Task The_compiler_has_not_one_warning() =>
        Assert.Empty(await Bicep.ComplaintsAsync("build", "main.bicep"));

    [Theory]
    [InlineData("small.bicepparam")]
    [InlineData("large.bicepparam")]
    public async Task A_parameter_file_fits_the_template(string file) =>
        Assert.Empty(await Bicep.ComplaintsAsync("build-params", file, Deployment.Answers()));

    [Fact]
    public async Task An_answer_that_is_needed_and_missing_is_named()
    {
        var answers = Deployment.Answers();
        answers.Remove("PARTY_ALERT_EMAIL");

        Assert.Contains(
            await Bicep.ComplaintsAsync("build-params", "small.bicepparam", answers),
            line => line.Contains("PARTY_ALERT_EMAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_are_formatted() => Assert.Empty(await Bicep.UnformattedAsync());

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_parameter_and_output_is_described(string file)
    {
        var lines = File.ReadAllLines(Repository.Path("infra", file));
        var bare = lines.Index()
            .Where(line => DeclarationPattern().IsMatch(line.Item) && !IsDescribed(lines, line.Index))
            .Select(line => line.Item);

        Assert.Empty(bare);
    }

    [Fact]
    public void Both_sizes_ask_for_the_same_answers()
    {
        Assert.Equal(AnswersOf("small.bicepparam"), AnswersOf("large.bicepparam"));
        Assert.Equal(Deployment.Answers().Keys.Order(), AnswersOf("small.bicepparam"));
    }

    private static IEnumerable<string> AnswersOf(string file) =>
        AnswerPattern().Matches(File.ReadAllText(Repository.Path("infra", file))).Select(match => match.Value).Distinct().Order();

    private static bool IsDescribed(string[] lines, int declaration) => lines[..declaration].Reverse()
        .TakeWhile(line => line.StartsWith('@')).Any(line => line.StartsWith("@description(", StringComparison.Ordinal));

    [GeneratedRegex("^(param|output) ")]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex("PARTY_[A-Z_]+")]
    private static partial Regex AnswerPattern();
}
