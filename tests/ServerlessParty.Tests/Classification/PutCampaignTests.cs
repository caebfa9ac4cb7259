using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Classification;

public sealed class PutCampaignTests
{
    private static readonly CampaignStep Cells = CampaignsOf.Step();
    private static readonly CampaignStep Committees = CampaignsOf.Step() with { UnitKinds = [Committee] };

    private readonly OwedPapers _papers = new();

    [Fact]
    public async Task Putting_the_same_twice_writes_once()
    {
        await PutAsync(Cells, Committees);
        await PutAsync(Cells, Committees with { UnitKinds = [.. Committees.UnitKinds] });

        Assert.Equal(1, _papers.Campaigns.Writes);
    }

    [Fact]
    public async Task What_is_wrong_by_itself_is_not_written()
    {
        Assert.IsType<CampaignOutcome.Refused>(await PutAsync(Cells, Cells));
        Assert.Equal(0, _papers.Campaigns.Writes);
    }

    [Fact]
    public async Task A_moved_due_day_takes_along_those_that_still_have_the_old_one()
    {
        await OpenWithThreeUnitsAsync();
        await ActAsync("cell-2", new ObligationAct.Extension(On("2027-01-10"), "thiên tai"));
        await ActAsync("cell-3", new ObligationAct.Submission(On("2026-11-20"), null));
        _papers.Obligations.Trail.Clear();
        _papers.Moves.Clear();
        _papers.Clock.Today = On("2026-11-25");

        var saved = await PutAsync(Cells with { DueOn = On("2026-12-24") }, Committees);

        Assert.Equal(
            "cell-1 2026-12-24, cell-2 2027-01-10, cell-3 2026-12-04, dang-uy 2026-12-04", DueDays());
        Assert.Equal([(Rating("cell-1"), On("2026-12-04"))], _papers.Moves);
        Assert.Equal(
            (Rating("cell-1"), "obligation.extended", ClassificationTexts.Get("MovedReason"), "operator"),
            Assert.Single(_papers.Obligations.Trail));
        Assert.All(Assert.IsType<CampaignOutcome.Saved>(saved).Campaign.Steps, s => Assert.Null(s.MovedFrom));
        var moved = await _papers.Obligations.FindAsync(Rating("cell-1"), CancellationToken.None);
        Assert.Equal(On("2026-11-25"), moved!.ArmedOn);
    }

    [Fact]
    public async Task A_cut_move_is_finished_by_the_hourly_run()
    {
        await OpenWithThreeUnitsAsync();
        var moving = Cells with { DueOn = On("2026-12-24"), MovedFrom = On("2026-12-04") };
        await _papers.Campaigns.ChangeAsync(
            2026, c => c! with { Steps = [moving, Committees] }, "operator", CancellationToken.None);
        await ActAsync("cell-1", new ObligationAct.Extension(On("2026-12-24"), "đã chuyển trước khi ngắt"));
        _papers.Obligations.Trail.Clear();

        await new CampaignSchedule(_papers.Campaigns, _papers.Follow).CatchUpAsync(On("2026-11-21"), CancellationToken.None);

        Assert.Equal(
            "cell-1 2026-12-24, cell-2 2026-12-24, cell-3 2026-12-24, dang-uy 2026-12-04", DueDays());
        Assert.Equal(2, _papers.Obligations.Trail.Count(t => t.Actor == AuditNote.System));
        var campaign = await _papers.Campaigns.FindAsync(2026, CancellationToken.None);
        Assert.All(campaign!.Steps, s => Assert.Null(s.MovedFrom));
    }

    [Fact]
    public async Task A_due_day_may_be_moved_there_and_back()
    {
        await OpenWithThreeUnitsAsync();

        await PutAsync(Cells with { DueOn = On("2026-12-24") }, Committees);
        await PutAsync(Cells, Committees);

        Assert.Equal(
            "cell-1 2026-12-04, cell-2 2026-12-04, cell-3 2026-12-04, dang-uy 2026-12-04", DueDays());
    }

    private async Task OpenWithThreeUnitsAsync()
    {
        _papers.Units.Put(
            Unit("dang-uy", Committee),
            Unit("cell-1", parent: "dang-uy"),
            Unit("cell-2", parent: "dang-uy"),
            Unit("cell-3", parent: "dang-uy"));
        await PutAsync(Cells, Committees);
        var opened = await new OpenCampaign(_papers.Campaigns, _papers.OpenSteps, _papers.Calendar)
            .RunAsync(2026, "operator", CancellationToken.None);
        Assert.Equal(new OpeningOutcome.Opened(4, 0), opened);
    }

    private string DueDays() => string.Join(
        ", ",
        _papers.Obligations.All
            .OrderBy(o => o.Key.Organization)
            .Select(o => $"{o.Key.Organization} {o.DueOn:yyyy-MM-dd}"));

    private Task<CampaignOutcome> PutAsync(params CampaignStep[] steps) =>
        new PutCampaign(_papers.Campaigns, _papers.Follow, Kinds, _papers.Calendar)
            .RunAsync(CampaignsOf.Year2026(steps), "operator", CancellationToken.None);

    private Task<ObligationOutcome> ActAsync(string unit, ObligationAct act) =>
        new ActOnObligation(_papers.Obligations, _papers, _papers, _papers, _papers.Calendar)
            .RunAsync(Rating(unit), act, "grant:7", CancellationToken.None);
}
