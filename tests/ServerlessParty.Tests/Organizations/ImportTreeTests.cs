using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class ImportTreeTests
{
    private const string Header = "id,name,kind,parentId";

    [Fact]
    public async Task Children_may_stand_before_their_parents_in_the_file()
    {
        var import = new ImportCase();

        var report = await import.TakeAsync(Header, Line("c", "b"), Line("b", "a"), Line("a"));

        Assert.Equal(3, report.Created);
        Assert.Equal(["a", "b", "c"], import.Store.Trail.Select(t => t.Id.Value));
    }

    [Fact]
    public async Task A_good_line_under_a_refused_new_parent_is_refused_and_so_is_what_stands_below_it()
    {
        var report = await new ImportCase().TakeAsync(
            Header, "a,,Cell,", Line("b", "a"), Line("c", "b"), Line("d"));

        Assert.Equal(1, report.Created);
        Assert.Equal(
            [(2, "import.name.missing"), (3, "import.parent.unknown"), (4, "import.parent.unknown")],
            report.Rejected.Select(r => (r.Line, r.Code)));
    }

    [Fact]
    public async Task A_refused_line_of_a_stored_unit_leaves_it_there_for_those_below()
    {
        var import = new ImportCase(Units.Unit("a"));

        var report = await import.TakeAsync(Header, "a,,Cell,", Line("b", "a"));

        Assert.Equal((1, 1), (report.Created, report.RejectedLines));
        Assert.Equal("a", import.Store["b"].ParentId?.Value);
    }

    [Fact]
    public async Task A_loop_within_the_file_is_refused_with_what_stands_on_it()
    {
        var report = await new ImportCase().TakeAsync(
            Header, Line("a", "c"), Line("b", "a"), Line("c", "b"), Line("d", "c"), Line("e"));

        Assert.Equal(1, report.Created);
        Assert.Equal([2, 3, 4, 5], report.Rejected.Select(r => r.Line));
        Assert.Contains(report.Rejected, r => r.Code == "import.parent.loop");
    }

    [Fact]
    public async Task A_loop_with_what_is_stored_is_refused_where_it_was_made()
    {
        var import = new ImportCase(Units.Unit("a"), Units.Unit("b", "a"), Units.Unit("c", "b"));

        var report = await import.TakeAsync(Header, Line("a", "c"), Line("b", "a"));

        var rejected = Assert.Single(report.Rejected);
        Assert.Equal((2, "parentId", "import.parent.loop"), (rejected.Line, rejected.Column, rejected.Code));
        Assert.Null(import.Store["a"].ParentId);
    }

    [Fact]
    public async Task A_refusal_that_puts_a_unit_back_may_not_leave_a_loop()
    {
        // 'x' and 'y' ask for each other, so both stay; then 'p' may not go under 'x', which stands under it.
        var import = new ImportCase(Units.Unit("p"), Units.Unit("x", "p"), Units.Unit("y"));

        var report = await import.TakeAsync(Header, Line("x", "y"), Line("y", "x"), Line("p", "x"));

        Assert.Equal([2, 3, 4], report.Rejected.Select(r => r.Line));
        Assert.All(report.Rejected, r => Assert.Equal("import.parent.loop", r.Code));
        Assert.Equal("p", import.Store["x"].ParentId?.Value);
    }

    [Fact]
    public async Task A_changed_parent_moves_the_unit_even_when_two_swap_places()
    {
        var import = new ImportCase(Units.Unit("r"), Units.Unit("a", "r"), Units.Unit("b", "a"));

        var report = await import.TakeAsync(Header, Line("a", "b"), Line("b", "r"));

        Assert.Equal((0, 2), (report.Created, report.Updated));
        Assert.Equal(("r", "b"), (import.Store["b"].ParentId?.Value, import.Store["a"].ParentId?.Value));
        Assert.Contains(import.Store.Trail, t => t.Note.Action == "organization.moved" && t.Note.Actor == "operator");
    }

    [Fact]
    public async Task A_unit_may_move_under_a_new_one_and_change_its_name_at_once()
    {
        var import = new ImportCase(Units.Unit("a"));

        var report = await import.TakeAsync(Header, "a,Tên mới,SubordinateCell,n", Line("n"));

        Assert.Equal((1, 1), (report.Created, report.Updated));
        Assert.Equal(("n", "Tên mới"), (import.Store["a"].ParentId?.Value, import.Store["a"].Name));
    }

    [Fact]
    public async Task Nothing_is_placed_under_a_closed_unit_but_what_stands_there_stays()
    {
        var import = new ImportCase(
            Units.Unit("old", validTo: new DateOnly(2025, 6, 30)), Units.Unit("a", "old"));

        var report = await import.TakeAsync(Header, Line("a", "old"), Line("b", "old"));

        Assert.Equal(1, report.Unchanged);
        Assert.Equal((3, "import.parent.closed"), (report.Rejected[0].Line, Assert.Single(report.Rejected).Code));
    }

    [Fact]
    public async Task The_tree_grows_no_deeper_than_its_limit()
    {
        string[] chain = [Line("u1"), .. Enumerable.Range(2, Organization.MaxDepth).Select(i => Line($"u{i}", $"u{i - 1}"))];

        var report = await new ImportCase().TakeAsync([Header, .. chain]);

        Assert.Equal(Organization.MaxDepth, report.Created);
        Assert.Equal("import.parent.tooDeep", Assert.Single(report.Rejected).Code);
    }

    private static string Line(string id, string parent = "") => $"{id},Chi bộ {id},SubordinateCell,{parent}";
}
