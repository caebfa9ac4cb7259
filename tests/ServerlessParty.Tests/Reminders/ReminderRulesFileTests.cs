using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class ReminderRulesFileTests
{
    private static readonly ReminderRules Shipped = GivenRules.Shipped;

    [Theory]
    [InlineData("rating.organization", ReminderAudience.Secretary, "-14,-7,-3,-1,0,1,3,6,9,12,15")]
    [InlineData("rating.members", ReminderAudience.Superior, "3,7")]
    [InlineData("minutes.regular", ReminderAudience.Secretary, "-5,-1,1,3,7")]
    [InlineData("minutes.thematic", ReminderAudience.Superior, "3")]
    public void The_shipped_rules_say_when_whom(string kind, ReminderAudience audience, string offsets)
    {
        var rule = Assert.Single(Shipped.For(ObligationKind.Parse(kind)), r => r.Audience == audience);

        Assert.Equal(offsets, string.Join(',', rule.Offsets));
    }

    [Fact]
    public void A_kind_without_a_rule_is_not_reminded() => Assert.Empty(Shipped.For(ObligationKind.Parse("dues.monthly")));

    [Fact]
    public void A_rule_may_be_limited_to_one_kind_and_one_branch()
    {
        var rules = GivenRules.Of(
            """{"rules":[{"for":"minutes.regular","role":"deputies","offsets":[-2],"under":"branch-1"}]}""");

        Assert.Empty(rules.For(ObligationKind.ThematicMinutes));
        Assert.Equal(OrganizationId.Parse("branch-1"), rules.For(ObligationKind.RegularMinutes).Single().Under);
    }

    [Theory]
    [InlineData("""{"rules":[]}""")]
    [InlineData("""{"rules":null}""")]
    [InlineData("nothing")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[]}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[1,1]}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[3,1]}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[-367]}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[1],"repeat":{"every":0,"until":9}}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[1],"repeat":{"every":1,"until":999999}}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"chair","offsets":[1]}]}""")]
    [InlineData("""{"rules":[{"for":"a|b","role":"secretary","offsets":[1]}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[1],"under":"a|b"}]}""")]
    [InlineData("""{"rules":[{"for":"rating","role":"secretary","offsets":[1],"unter":"a"}]}""")]
    public void What_is_no_rule_is_refused(string json) =>
        Assert.Throws<FormatException>(() => GivenRules.Of(json));

    [Fact]
    public void A_refusal_names_the_rule() => Assert.StartsWith(
        "Reminder rule 2:",
        Assert.Throws<FormatException>(() => GivenRules.Of(
            """{"rules":[{"for":"rating","role":"secretary","offsets":[1]},{"for":"rating","role":"x","offsets":[1]}]}"""))
            .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("-14")]
    [InlineData("0")]
    [InlineData("+3")]
    [InlineData("+3/superior")]
    [InlineData("-7/deputy.1")]
    public void An_item_of_a_letter_reads_back_as_the_reminder_it_was(string step)
    {
        var key = new ReminderKey(
            new(OrganizationId.Parse("38.168"), ObligationKind.RegularMinutes, Period.Month(2026, 11)),
            new DateOnly(2026, 12, 5), ReminderStep.Parse(step));

        Assert.EndsWith("|20261205|" + step, ReminderItem.Encode(key), StringComparison.Ordinal);
        Assert.True(ReminderItem.TryDecode(ReminderItem.Encode(key), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a|b|c|20261205")]
    [InlineData("a|b|c|20261305|0")]
    [InlineData("a|b|c|20261205|soon")]
    public void What_is_no_item_is_not_read(string item) => Assert.False(ReminderItem.TryDecode(item, out _));
}
