using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class FormalityRulesFileTests
{
    private const string Length = """{"from":"2025-10-28","value":90,"source":"x"}""";

    [Fact]
    public void The_shipped_rules_say_from_which_day_on_and_why()
    {
        var rules = SampleForm.Rules;

        Assert.Equal((90, new DateOnly(2025, 10, 28)), (rules.Lengths.Single().Value, rules.Lengths.Single().From));
        Assert.Contains("42-HD/BTCTW", rules.Lengths.Single().Source, StringComparison.Ordinal);
        Assert.Equal(new Share(2, 3), rules.Quorums.Single().Value);
        Assert.InRange(rules.Likenesses.Single().Value, 50, 100);
        Assert.Equal(new ScoreBounds(90, 70, 50), rules.Levels.Single().Value);
    }

    [Theory]
    [InlineData("2025-10-27", null)]
    [InlineData("2025-10-28", 90)]
    [InlineData("2027-06-30", 90)]
    [InlineData("2027-07-01", 60)]
    public void A_rule_holds_until_a_later_one(string day, int? minutes)
    {
        var rules = FormalityRulesFile.Parse(File(Length + """,{"from":"2027-07-01","value":60,"source":"x"}"""));

        Assert.Equal(minutes, rules.Lengths.On(Support.Given.Day(day))?.Value);
    }

    [Theory]
    [InlineData(100, MeetingLevel.Good)]
    [InlineData(90, MeetingLevel.Good)]
    [InlineData(89, MeetingLevel.Fair)]
    [InlineData(70, MeetingLevel.Fair)]
    [InlineData(69, MeetingLevel.Average)]
    [InlineData(50, MeetingLevel.Average)]
    [InlineData(49, MeetingLevel.Weak)]
    [InlineData(0, MeetingLevel.Weak)]
    public void A_score_has_a_level(int score, MeetingLevel level) =>
        Assert.Equal(level, SampleForm.Rules.LevelOf(score, SampleForm.Day));

    [Fact]
    public void Nothing_need_be_asked() => Assert.Empty(FormalityRulesFile.Parse(File("")).Quorums);

    [Theory]
    [InlineData("nothing")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"source":"x","lengthMinutes":null,"quorum":[],"likenessPercent":[],"levels":[]}""")]
    [InlineData("""{"source":"x","lengthMinutes":[],"quorum":[],"likenessPercent":[]}""")]
    [InlineData("""{"source":"x","lengthMinutes":[],"quorum":[],"likenessPercent":[],"levels":[],"more":[]}""")]
    public void What_is_no_set_of_rules_is_refused(string json) =>
        Assert.Throws<FormatException>(() => FormalityRulesFile.Parse(json));

    [Theory]
    [InlineData("null")]
    [InlineData("""{"from":"2025-10-28","value":0,"source":"x"}""")]
    [InlineData("""{"from":"2025-10-28","value":1441,"source":"x"}""")]
    [InlineData("""{"from":"2025-10-28","value":90,"source":" "}""")]
    [InlineData("""{"from":"28/10/2025","value":90,"source":"x"}""")]
    [InlineData("""{"from":"2025-10-28","value":90}""")]
    [InlineData(Length + "," + Length)]
    [InlineData("""{"from":"2025-10-28","value":90,"source":"x"},{"from":"2025-10-27","value":90,"source":"x"}""")]
    public void What_is_no_rule_is_refused(string lengths) =>
        Assert.Throws<FormatException>(() => FormalityRulesFile.Parse(File(lengths)));

    [Theory]
    [InlineData("quorum", """{"part":3,"of":2}""")]
    [InlineData("quorum", """{"part":0,"of":2}""")]
    [InlineData("quorum", "null")]
    [InlineData("likenessPercent", "101")]
    [InlineData("levels", """{"good":70,"fair":90,"average":50}""")]
    [InlineData("levels", """{"good":90,"fair":70}""")]
    public void What_is_no_value_of_its_list_is_refused(string list, string value) => Assert.Throws<FormatException>(
        () => FormalityRulesFile.Parse(File("").Replace(
            $"\"{list}\":[]", $$"""{{'"'}}{{list}}":[{"from":"2025-10-28","value":{{value}},"source":"x"}]""", StringComparison.Ordinal)));

    [Fact]
    public void A_refusal_names_the_rule_and_the_reason() => Assert.Equal(
        "Formality rules, 'lengthMinutes' 2: expected a day 'from' after that of the rule before.",
        Assert.Throws<FormatException>(() => FormalityRulesFile.Parse(File(Length + "," + Length))).Message);

    private static string File(string lengths) =>
        $$"""{"source":"x","lengthMinutes":[{{lengths}}],"quorum":[],"likenessPercent":[],"levels":[]}""";
}
