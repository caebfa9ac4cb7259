using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Classification;

public sealed class OpenAndCloseCampaignTests
{
    private readonly OwedPapers _papers = new();

    [Fact]
    public async Task Opening_twice_adds_nothing()
    {
        await PlanAsync(CampaignsOf.Step());
        _papers.Units.Put(Unit("cell-1"), Unit("cell-2"));

        Assert.Equal(new OpeningOutcome.Opened(2, 0), await OpenAsync());
        Assert.Equal(new OpeningOutcome.Opened(0, 2), await OpenAsync());
    }

    [Fact]
    public async Task A_step_whose_day_has_not_come_is_opened_by_the_timer_on_its_day()
    {
        await PlanAsync(CampaignsOf.Step(), CampaignsOf.Step("2026-12-01", "2026-12-20") with { UnitKinds = [Committee] });
        _papers.Units.Put(Unit("dang-uy", Committee), Unit("cell-1"));

        Assert.Equal(new OpeningOutcome.Opened(1, 0), await OpenAsync());
        Assert.Equal(new PeriodsOpened(0, 1, 1), await RunTimerAsync());
        _papers.Clock.Today = On("2026-12-01");
        Assert.Equal(new PeriodsOpened(1, 0, 1), await RunTimerAsync());
    }

    [Fact]
    public async Task A_planned_campaign_opens_nothing_by_itself()
    {
        await PlanAsync(CampaignsOf.Step());
        _papers.Units.Put(Unit("cell-1"));

        Assert.Equal(PeriodsOpened.Nothing, await RunTimerAsync());
    }

    [Fact]
    public async Task An_unknown_year_is_not_found()
    {
        Assert.Equal(new OpeningOutcome.Refused(CampaignRefusals.NotFound), await OpenAsync());
        Assert.Equal(new ClosingOutcome.Refused(CampaignRefusals.NotFound), await CloseAsync());
    }

    [Fact]
    public async Task A_campaign_that_was_never_opened_is_not_closed()
    {
        await PlanAsync(CampaignsOf.Step());

        Assert.Equal(new ClosingOutcome.Refused(CampaignRefusals.NotOpen), await CloseAsync());
    }

    [Theory]
    [InlineData(ObligationState.Open)]
    [InlineData(ObligationState.Returned)]
    [InlineData(ObligationState.Submitted)]
    public async Task Closing_is_refused_while_anything_is_unfinished_and_the_campaign_stays_open(ObligationState state)
    {
        await PlanAsync(CampaignsOf.Step());
        _papers.Units.Put([.. Enumerable.Range(1, 103).Select(i => Unit($"cell-{i}"))]);
        await OpenAsync();
        _papers.Obligations.Put([.. _papers.Obligations.All.Select(o => o with { State = state })]);
        Set("cell-1", ObligationState.Accepted, "2026-12-04");
        Set("cell-2", ObligationState.Waived, "2026-12-04");
        Set("cell-3", state, "2027-11-20"); // extended as far as can be

        var unfinished = Assert.IsType<ClosingOutcome.Unfinished>(await CloseAsync());

        Assert.Equal((101, 100), (unfinished.Count, unfinished.Listed.Count));
        Assert.Equal(CampaignState.Open, (await FindAsync())!.State);
    }

    [Fact]
    public async Task Closing_lays_what_is_absent_first_so_that_nobody_is_forgotten()
    {
        await PlanAsync(CampaignsOf.Step());
        await OpenAsync();
        _papers.Units.Put(Unit("cell-1"));

        var unfinished = Assert.IsType<ClosingOutcome.Unfinished>(await CloseAsync());

        Assert.Equal(Rating("cell-1"), Assert.Single(unfinished.Listed).Key);
    }

    [Fact]
    public async Task A_step_that_has_not_begun_keeps_a_campaign_open()
    {
        await PlanAsync(CampaignsOf.Step("2026-12-01", "2026-12-20"));
        await OpenAsync();

        Assert.True(Assert.IsType<ClosingOutcome.Unfinished>(await CloseAsync()).IsAhead);
    }

    [Fact]
    public async Task A_line_that_only_the_projection_knows_keeps_no_campaign_open()
    {
        await PlanAsync(CampaignsOf.Step());
        await OpenAsync();
        _papers.Obligations.StaleLines.Add(Owed("gone").ToDue());

        Assert.IsType<ClosingOutcome.Closed>(await CloseAsync());
    }

    [Fact]
    public async Task A_closed_campaign_stays_closed_and_seals_its_papers()
    {
        await PlanAsync(CampaignsOf.Step());
        _papers.Units.Put(Unit("cell-1"));
        await OpenAsync();
        Set("cell-1", ObligationState.Accepted, "2026-12-04");

        Assert.IsType<ClosingOutcome.Closed>(await CloseAsync());
        Assert.IsType<ClosingOutcome.Closed>(await CloseAsync());
        Assert.Equal(new OpeningOutcome.Refused(CampaignRefusals.Closed), await OpenAsync());
        _papers.Units.Put(Unit("cell-2"));
        Assert.Equal(PeriodsOpened.Nothing, await RunTimerAsync());
        Assert.Equal((true, false, false), (await IsSealedAsync("rating.members", "2026"), await IsSealedAsync("rating.members", "2025"), await IsSealedAsync("minutes.regular", "2026-11")));
    }

    private void Set(string unit, ObligationState state, string dueOn) =>
        _papers.Obligations.Put(Owed(unit, dueOn, state));

    private Task<bool> IsSealedAsync(string kind, string period) => new ClosedCampaigns(_papers.Campaigns)
        .IsSealedAsync(ObligationKind.Parse(kind), Period.Parse(period), CancellationToken.None);

    private Task<RatingCampaign?> PlanAsync(params CampaignStep[] steps) => _papers.Campaigns.ChangeAsync(
        2026, _ => CampaignsOf.Year2026(steps), "operator", CancellationToken.None);

    private Task<RatingCampaign?> FindAsync() => _papers.Campaigns.FindAsync(2026, CancellationToken.None);

    private Task<OpeningOutcome> OpenAsync() =>
        new OpenCampaign(_papers.Campaigns, _papers.OpenSteps, _papers.Calendar)
            .RunAsync(2026, "operator", CancellationToken.None);

    private Task<ClosingOutcome> CloseAsync() =>
        new CloseCampaign(_papers.Campaigns, _papers.OpenSteps, _papers.Obligations, _papers.Obligations, _papers.Calendar)
            .RunAsync(2026, "operator", CancellationToken.None);

    private Task<PeriodsOpened> RunTimerAsync() => new OpenPeriods(
        [new CampaignSchedule(_papers.Campaigns, _papers.Follow)], _papers.OpenSteps, _papers.Marks, _papers.Units)
        .RunAsync(_papers.Calendar, CancellationToken.None);
}
