using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class BoardReadingTests
{
    private readonly BoardProvince _province = new();

    [Fact]
    public async Task Branches_come_with_the_latest_first()
    {
        var board = await ReadAsync("tinh");

        Assert.Equal(["hoa-binh", "an-phu"], board.Branches.Select(b => b.Unit.Id.Value));
        Assert.Equal([new BoardCount(0, 2, 1, 1), new BoardCount(2, 0, 0, 0)], board.Branches.Select(b => b.Count));
        Assert.Empty(board.Units);
    }

    [Fact]
    public async Task Above_the_cells_the_board_names_each_unit_and_what_it_lacks()
    {
        var board = await ReadAsync("hoa-binh");

        Assert.Empty(board.Branches);
        Assert.Equal(["cell-1", "cell-2"], board.Units.Select(u => u.Unit.Id.Value));
        Assert.Equal(
            [ObligationKind.RegularMinutes, ObligationKind.OrganizationRating],
            board.Units[0].Unfinished.Select(i => i.Key.Kind));
    }

    [Fact]
    public async Task Papers_are_summed_over_the_branch_by_kind_and_period()
    {
        var board = await ReadAsync("tinh");

        Assert.Equal(["2026-10", "2026"], board.Papers.Select(p => p.Period.Value));
        Assert.Equal(new BoardCount(1, 1, 1, 1), board.Papers[0].Count);
        Assert.Equal(
            (new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 27)), (board.Papers[0].FirstDue, board.Papers[0].LastDue));
    }

    [Fact]
    public async Task A_paper_that_all_handed_in_leaves_the_board_a_month_after_its_due_day() =>
        Assert.DoesNotContain((await ReadAsync("tinh")).Papers, p => p.Period.Value == "2026-01");

    [Fact]
    public async Task A_unit_sees_its_own_line_and_nothing_of_its_neighbors()
    {
        var board = await ReadAsync("cell-1");

        Assert.Equal("cell-1", Assert.Single(board.Units).Unit.Id.Value);
        Assert.Equal(2, board.Papers.Sum(p => p.Count.Owed));
    }

    [Fact]
    public async Task What_the_top_itself_owes_has_a_line_of_its_own()
    {
        var units = new InMemoryBoardUnits(
            BoardProvince.Unit("xa", "Đảng bộ xã", null), BoardProvince.Unit("a", "Chi bộ A", "xa"));
        var board = await ReadAsync("xa", units, BoardProvince.Owes("xa", "rating.organization", "2026", "2026-12-10"));

        Assert.Equal("xa", Assert.Single(board.Units).Unit.Id.Value);
    }

    [Fact]
    public async Task Several_roots_are_lines_themselves()
    {
        var units = new InMemoryBoardUnits(
            BoardProvince.Unit("xa-1", "Xã 1", null),
            BoardProvince.Unit("a", "Chi bộ A", "xa-1"),
            BoardProvince.Unit("b", "Chi bộ B", "a"),
            BoardProvince.Unit("xa-2", "Xã 2", null));
        var board = await ReadAsync(
            null,
            units,
            BoardProvince.Owes("b", "rating.organization", "2026", "2026-11-01"),
            BoardProvince.Owes("xa-2", "rating.organization", "2026", "2026-11-01"));

        Assert.Null(board.Top);
        Assert.Equal("xa-1", Assert.Single(board.Branches).Unit.Id.Value);
        Assert.Equal("xa-2", Assert.Single(board.Units).Unit.Id.Value);
    }

    [Fact]
    public async Task A_province_is_read_with_one_pass_over_its_units_and_one_over_what_is_due()
    {
        var units = new InMemoryBoardUnits([
            BoardProvince.Unit("tinh", "Tỉnh", null),
            .. Enumerable.Range(0, 50).Select(i => BoardProvince.Unit($"xa-{i}", $"Xã {i}", "tinh")),
            .. Enumerable.Range(0, 2_000).Select(i => BoardProvince.Unit($"c-{i}", $"Chi bộ {i}", $"xa-{i % 50}"))]);
        var dossiers = new InMemoryBoardDossiers([.. Enumerable.Range(0, 20_000).Select(i => BoardProvince.Owes(
            $"c-{i % 2_000}",
            "minutes.regular",
            string.Create(CultureInfo.InvariantCulture, $"2026-{(i / 2_000) + 1:D2}"),
            "2026-11-05"))]);

        var board = await new BoardReading(dossiers, new KnownBranches(units), BoardProvince.Calendar).RunAsync(null, default);

        Assert.Equal(20_000, board.Branches.Sum(b => b.Count.Late));
        Assert.Equal((1, 1), (units.Reads, dossiers.DueReads));
    }

    private Task<Board> ReadAsync(string under) =>
        new BoardReading(_province.Dossiers, new KnownBranches(_province.Units), BoardProvince.Calendar)
            .RunAsync(BoardProvince.Id(under), default);

    private static Task<Board> ReadAsync(string? under, InMemoryBoardUnits units, params Obligation[] obligations) =>
        new BoardReading(new InMemoryBoardDossiers(obligations), new KnownBranches(units), BoardProvince.Calendar)
            .RunAsync(under is null ? null : OrganizationId.Parse(under), default);
}
