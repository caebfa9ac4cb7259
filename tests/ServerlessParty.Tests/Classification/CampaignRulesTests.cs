using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Classification;

public sealed class CampaignRulesTests
{
    private static readonly DateOnly Today = On("2026-11-20");

    public static TheoryData<string?, RatingCampaign> Campaigns => new()
    {
        { null, Given() },
        { CampaignRefusals.Year, Given() with { Year = 2007 } },
        { CampaignRefusals.Year, Given() with { Year = 2101 } },
        { CampaignRefusals.Name, Given() with { Name = " " } },
        { null, Given() with { Name = new string('ộ', 200) } },
        { CampaignRefusals.Name, Given() with { Name = new string('ộ', 201) } },
        { CampaignRefusals.RuleSet, Given() with { RuleSet = "366/2025" } },
        { CampaignRefusals.Steps, Given() with { Steps = [] } },
        { CampaignRefusals.Steps, Given() with { Steps = [.. Enumerable.Repeat(Step(), 21)] } },
        { CampaignRefusals.Kind, Given(Step() with { Kind = ObligationKind.RegularMinutes }) },
        { CampaignRefusals.UnitKinds, Given(Step() with { UnitKinds = [] }) },
        { CampaignRefusals.UnitKinds, Given(Step() with { UnitKinds = [KindCode.Parse("Guild")] }) },
        { CampaignRefusals.UnitKinds, Given(Step() with { UnitKinds = [Cell, Cell] }) },
        { null, Given(Step("2026-12-04", "2026-12-04")) },
        { CampaignRefusals.DueOn, Given(Step("2026-12-05", "2026-12-04")) },
        { CampaignRefusals.DueOn, Given(Step("2025-12-31", "2026-12-04")) },
        { null, Given(Step("2026-11-01", "2028-12-31")) },
        { CampaignRefusals.DueOn, Given(Step("2026-11-01", "2029-01-01")) },
        { CampaignRefusals.Overlap, Given(Step(), Step() with { UnitKinds = [Committee, Cell] }) },
        { null, Given(Step(), Step() with { UnitKinds = [Committee] }) },
        { null, Given(Step(), Step() with { Kind = ObligationKind.MemberRatings }) },
    };

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void A_campaign_is_refused_for_the_first_thing_that_is_wrong(string? flaw, RatingCampaign campaign) =>
        Assert.Equal(flaw, CampaignRules.Flaw(campaign, Kinds.All));

    public static TheoryData<string?, CampaignStep[]> Revisions => new()
    {
        { null, [Step("2026-11-01", "2026-12-24")] }, // a moved due day
        { null, [Step("2026-11-01", "2026-11-20")] }, // moved back, to today
        { CampaignRefusals.MovedDueOn, [Step("2026-11-01", "2026-11-19")] },
        { CampaignRefusals.MovedDueOn, [Step("2026-11-01", "2027-11-22")] },
        { CampaignRefusals.StepFixed, [Step("2026-11-02", "2026-12-04")] }, // it has opened
        { CampaignRefusals.StepFixed, [Step() with { UnitKinds = [Committee] }] },
        { CampaignRefusals.StepFixed, [Step() with { UnitKinds = [Cell, Committee] }] },
        { CampaignRefusals.StepFixed, [Step() with { Kind = ObligationKind.MemberRatings }] },
        { null, [Step() with { UnitKinds = [Committee] }, Step()] }, // one more step
    };

    [Theory]
    [MemberData(nameof(Revisions))]
    public void An_open_campaign_may_move_due_days_and_add_steps_and_nothing_else(string? flaw, CampaignStep[] steps)
    {
        var outcome = CampaignRules.Revise(Given() with { State = CampaignState.Open }, Given(steps), Today);

        Assert.Equal(flaw, (outcome as CampaignOutcome.Refused)?.Code);
    }

    [Fact]
    public void A_moved_step_remembers_the_day_that_obligations_still_have()
    {
        var revised = CampaignRules.Revise(
            Given() with { State = CampaignState.Open }, Given(Step(dueOn: "2026-12-24")), Today);

        var step = Assert.Single(Assert.IsType<CampaignOutcome.Saved>(revised).Campaign.Steps);
        Assert.Equal((On("2026-12-24"), On("2026-12-04")), (step.DueOn, step.MovedFrom));
    }

    [Fact]
    public void A_step_whose_obligations_still_follow_is_not_moved_again()
    {
        var moving = Given(Step() with { MovedFrom = On("2026-12-01") }) with { State = CampaignState.Open };

        Assert.Equal(
            new CampaignOutcome.Refused(CampaignRefusals.Moving),
            CampaignRules.Revise(moving, Given(Step(dueOn: "2026-12-24")), Today));
    }

    [Theory]
    [InlineData(CampaignState.Closing, CampaignRefusals.Closing)]
    [InlineData(CampaignState.Closed, CampaignRefusals.Closed)]
    public void A_closing_and_a_closed_campaign_refuse_everything(CampaignState state, string code) =>
        Assert.Equal(
            new CampaignOutcome.Refused(code), CampaignRules.Revise(Given() with { State = state }, Given(), Today));

    [Fact]
    public void A_planned_campaign_may_become_any_other() =>
        Assert.Equal(
            CampaignState.Planned,
            Assert.IsType<CampaignOutcome.Saved>(
                CampaignRules.Revise(Given(), Given(Step() with { UnitKinds = [Committee] }), Today)).Campaign.State);

    private static RatingCampaign Given(params CampaignStep[] steps) => CampaignsOf.Year2026(steps);

    private static CampaignStep Step(string opensOn = "2026-11-01", string dueOn = "2026-12-04") =>
        CampaignsOf.Step(opensOn, dueOn);
}
