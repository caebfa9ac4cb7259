using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class CloseOrganizationTests
{
    private readonly OwedPapers _papers = new();

    public CloseOrganizationTests()
    {
        _papers.Units.Put(
            Unit("dang-uy", Committee),
            Unit("cell-1", parent: "dang-uy", from: "2020-01-01"),
            Unit("cell-2", parent: "dang-uy"),
            Unit("cell-3", parent: "dang-uy", to: "2025-06-30"));
        _papers.Obligations.Put(Owed("cell-1"), Owed("cell-2"));
    }

    [Fact]
    public async Task A_closed_unit_owes_nothing_more_and_names_its_successors()
    {
        var closed = Assert.IsType<ClosureOutcome.Closed>(await CloseAsync("cell-1", successors: "cell-2"));

        Assert.Equal((On("2026-11-19"), "cell-2"), (closed.Unit.ValidTo, Assert.Single(closed.Unit.Successors!).Value));
        Assert.Equal(
            [ObligationState.Withdrawn, ObligationState.Open],
            _papers.Obligations.All.OrderBy(o => o.Key.Organization).Select(o => o.State));
    }

    [Fact]
    public async Task Closing_twice_with_the_same_words_changes_nothing_and_with_others_is_refused()
    {
        await CloseAsync("cell-1");

        Assert.IsType<ClosureOutcome.Closed>(await CloseAsync("cell-1"));
        Assert.Equal(ClosureRefusals.Closed, Code(await CloseAsync("cell-1", "2026-11-01")));
        Assert.Single(_papers.Obligations.Trail);
    }

    [Theory]
    [InlineData("nobody", "2026-11-19", "lý do", null, ClosureRefusals.NotFound)]
    [InlineData("cell-1", "2026-11-19", " ", null, ClosureRefusals.ReasonMissing)]
    [InlineData("cell-1", null, "lý do", null, ClosureRefusals.ClosedOn)]
    [InlineData("cell-1", "2019-12-31", "lý do", null, ClosureRefusals.ClosedOn)] // before its first day
    [InlineData("cell-1", "2027-11-22", "lý do", null, ClosureRefusals.ClosedOn)] // 367 days ahead
    [InlineData("cell-1", "2026-11-19", "lý do", "cell-1", ClosureRefusals.Successor)] // itself
    [InlineData("cell-1", "2026-11-19", "lý do", "nobody", ClosureRefusals.Successor)]
    [InlineData("cell-1", "2026-11-19", "lý do", "cell-3", ClosureRefusals.Successor)] // closed
    [InlineData("dang-uy", "2026-11-19", "lý do", null, ClosureRefusals.HasChildren)]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(
        string unit, string? closedOn, string reason, string? successor, string code)
    {
        Assert.Equal(code, Code(await CloseAsync(unit, closedOn, reason, successor)));
        Assert.Empty(_papers.Obligations.Trail);
    }

    [Fact]
    public async Task A_unit_whose_children_are_all_closed_may_be_closed()
    {
        await CloseAsync("cell-1");
        await CloseAsync("cell-2");

        Assert.IsType<ClosureOutcome.Closed>(await CloseAsync("dang-uy"));
    }

    private Task<ClosureOutcome> CloseAsync(
        string unit, string? closedOn = "2026-11-19", string reason = "sáp nhập", string? successors = null)
    {
        IReadOnlyList<OrganizationId> ids = successors is null ? [] : [Id(successors)];
        return new CloseOrganization(_papers.Units, _papers.Obligations, _papers.Calendar).RunAsync(
            Id(unit), new(closedOn is null ? null : On(closedOn), ids, reason), "operator", CancellationToken.None);
    }

    private static string? Code(ClosureOutcome outcome) => (outcome as ClosureOutcome.Refused)?.Code;
}
