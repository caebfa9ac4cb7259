using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Rules;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Rules;

public sealed class CheckRulesTests
{
    private static readonly RuleDraft Good = new("rating", "secretary", "-7, -1, 0, 3", "3", "15");

    [Fact]
    public async Task A_good_rule_is_read_with_its_days_in_order_and_each_once()
    {
        var found = await CheckAsync(Good with { Offsets = "3; -1 −7 -1,0", Under = " a " });

        Assert.Empty(found.Refusals);
        var line = Assert.Single(found.Lines);
        Assert.Equal([-7, -1, 0, 3], line.Offsets!);
        Assert.Equal((new Repetition(3, 15), "a"), (line.Repeat, line.Under));
        Assert.Equal([-7, -1, 0, 3, 6, 9, 12, 15], ReminderRulesFile.Of(found.Lines).All[0].Offsets);
    }

    [Theory]
    [InlineData("", "secretary", "1", "", "", "", "for", "ForMissing")]
    [InlineData("rating", "nobody", "1", "", "", "", "role", "RoleMissing")]
    [InlineData("rating", "secretary", "1, hai", "", "", "", "offsets", "OffsetNoNumber")]
    [InlineData("rating", "secretary", ",", "", "", "", "offsets", "OffsetNoNumber")]
    [InlineData("rating", "secretary", "-121", "", "", "", "offsets", "OffsetTooFar")]
    [InlineData("rating", "secretary", "1", "0", "9", "", "repeat", "RepeatWrong")]
    [InlineData("rating", "secretary", "1", "2", "", "", "repeat", "RepeatWrong")]
    [InlineData("rating", "secretary", "5", "2", "5", "", "repeat", "RepeatWrong")]
    [InlineData("rating", "secretary", "1", "1", "120", "", "offsets", "TooManySteps")]
    [InlineData("rating", "secretary", "1", "", "", "nowhere", "under", "UnderUnknown")]
    [InlineData("rating", "secretary", "1", "", "", "not an id", "under", "UnderUnknown")]
    public async Task A_wrong_rule_is_refused_with_the_field_and_what_to_do(
        string what, string role, string offsets, string every, string until, string under, string field, string text)
    {
        var found = await CheckAsync(Good, new(what, role, offsets, every, until, under));

        var refusal = Assert.Single(found.Refusals);
        Assert.Equal((2, field, text), (refusal.Number, refusal.Field, refusal.Text));
        Assert.StartsWith("Quy tắc 2: ", InVietnamese(refusal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_without_days_are_none_and_at_least_one_is_needed()
    {
        Assert.Single((await CheckAsync(Good with { Offsets = " " }, Good)).Lines);
        Assert.Equal("NoRules", Assert.Single((await CheckAsync(Good with { Offsets = "" })).Refusals).Text);
        Assert.Equal(
            "TooManyRules", Assert.Single((await CheckAsync([.. Enumerable.Repeat(Good, 21)])).Refusals).Text);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        RuleLine[] lines = [new("minutes", "superior", [3], null, "a"), new("rating", "deputies", [-1, 2], new(3, 9))];

        var again = ReminderRulesFile.Lines(ReminderRulesFile.Write(lines));

        Assert.Equal(lines.Select(RuleDraft.Of), again.Select(RuleDraft.Of));
    }

    private static string InVietnamese(RuleRefusal refusal)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("vi");
        return RulesTexts.Refusal(refusal);
    }

    private static Task<CheckedRules> CheckAsync(params RuleDraft[] drafts)
    {
        var units = new InMemoryUnits();
        units.Put(Units.Unit("a"));
        return new CheckRules(units).RunAsync(drafts, default);
    }
}
