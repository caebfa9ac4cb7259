using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Obligations;

public sealed class KnownBranchesTests
{
    private readonly InMemoryBoardUnits _units = new BoardProvince().Units;
    private readonly KnownBranches _known;

    public KnownBranchesTests() => _known = new KnownBranches(_units);

    [Fact]
    public async Task Units_are_read_again_only_after_the_tree_changed()
    {
        await ReadAsync("tinh");
        await ReadAsync("tinh");
        Assert.Equal(1, _units.Reads);

        _units.Stamp = "another";
        await ReadAsync("tinh");
        Assert.Equal(2, _units.Reads);
    }

    [Fact]
    public async Task Each_branch_keeps_its_own_units()
    {
        var province = await ReadAsync("tinh");
        var commune = await ReadAsync("hoa-binh");

        Assert.Equal(("tinh", "hoa-binh"), (province.Top!.Id.Value, commune.Top!.Id.Value));
        Assert.Null(commune.Of(BoardProvince.Id("cell-3")));
        Assert.Same(province, await ReadAsync("tinh"));
    }

    [Fact]
    public async Task Of_a_store_that_has_no_word_for_its_tree_nothing_is_kept()
    {
        _units.Stamp = null;
        await ReadAsync("tinh");
        await ReadAsync("tinh");

        Assert.Equal(2, _units.Reads);
    }

    [Fact]
    public async Task Whoever_walks_through_the_whole_tree_does_not_fill_the_memory()
    {
        var first = await ReadAsync("x0");
        for (var n = 1; n <= 16; n++)
        {
            await ReadAsync(string.Create(CultureInfo.InvariantCulture, $"x{n}"));
        }

        var reads = _units.Reads;

        Assert.NotSame(first, await ReadAsync("x0"));
        Assert.Equal(reads + 1, _units.Reads);
    }

    private Task<Branches> ReadAsync(string under) => _known.ReadAsync(BoardProvince.Id(under), default);
}
