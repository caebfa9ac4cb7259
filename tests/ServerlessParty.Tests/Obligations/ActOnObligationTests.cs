using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class ActOnObligationTests
{
    private readonly OwedPapers _papers = new();

    [Fact]
    public async Task An_extension_tells_the_watch_of_the_old_due_day()
    {
        _papers.Obligations.Put(Owed("cell-1", "2026-12-04"));

        await ActAsync(new ObligationAct.Extension(On("2026-12-20"), "thiên tai"));

        Assert.Equal([(Rating("cell-1"), On("2026-12-04"))], _papers.Moves);
        Assert.Equal((Rating("cell-1"), "obligation.extended", "thiên tai", "grant:7"), Assert.Single(_papers.Obligations.Trail));
    }

    [Fact]
    public async Task A_return_tells_the_watch_since_reminders_begin_anew()
    {
        _papers.Obligations.Put(Owed("cell-1", state: ObligationState.Submitted));

        await ActAsync(new ObligationAct.Return("thiếu biên bản"));

        Assert.Equal([(Rating("cell-1"), On("2026-12-04"))], _papers.Moves);
    }

    [Fact]
    public async Task A_return_is_told_to_the_unit_and_told_again_when_it_is_repeated()
    {
        _papers.Obligations.Put(Owed("cell-1", state: ObligationState.Submitted));

        await ActAsync(new ObligationAct.Return("thiếu biên bản"));
        await ActAsync(new ObligationAct.Return("thiếu biên bản"));

        Assert.Equal(["thiếu biên bản", "thiếu biên bản"], _papers.Returned.Select(o => o.Comment));
    }

    [Fact]
    public async Task A_submission_moves_no_due_day()
    {
        _papers.Obligations.Put(Owed("cell-1"));

        Assert.IsType<ObligationOutcome.Changed>(await ActAsync(new ObligationAct.Submission(On("2026-11-20"), null)));
        Assert.Empty(_papers.Moves);
        Assert.Empty(_papers.Returned);
    }

    [Fact]
    public async Task What_is_sealed_is_refused_and_stays_as_it_is()
    {
        _papers.Obligations.Put(Owed("cell-1"));
        _papers.Sealed.Add(Period.Year(2026));

        var outcome = await ActAsync(new ObligationAct.Waiver("lý do"));

        Assert.Equal(new ObligationOutcome.Refused(Owed("cell-1"), RefusalCodes.Closed), outcome);
        Assert.Equal([Owed("cell-1")], _papers.Obligations.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_nobody_owes_is_not_found_sealed_or_not(bool isSealed)
    {
        _papers.Sealed.UnionWith(isSealed ? [Period.Year(2026)] : []);

        Assert.IsType<ObligationOutcome.NotFound>(await ActAsync(new ObligationAct.Acceptance()));
    }

    private Task<ObligationOutcome> ActAsync(ObligationAct act) =>
        new ActOnObligation(_papers.Obligations, _papers, _papers, _papers, _papers.Calendar)
            .RunAsync(Rating("cell-1"), act, "grant:7", CancellationToken.None);
}
