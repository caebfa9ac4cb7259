using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class ImportOrganizationsTests
{
    private const string Full = "a,38.1,Chi bộ a,Cell,root,Nguyễn An,an@example.org,0900000001,10,2,1";
    private static readonly Organization Root = Units.Unit("root", kind: "Provincial");

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var import = new ImportCase(Root);
        await import.TakeAsync(ImportCase.Header, Full, "b,,Chi bộ b,Cell,a,,,,,,");
        var written = import.Store.Trail.Count;

        var again = await import.TakeAsync(ImportCase.Header, Full, "b,,Chi bộ b,Cell,a,,,,,,");

        Assert.Equal((0, 0, 2), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal(written, import.Store.Trail.Count);
    }

    [Fact]
    public async Task A_preview_writes_nothing_and_says_what_would_change()
    {
        var import = new ImportCase(Root);
        await import.TakeAsync(ImportCase.Header, Full);
        var written = import.Store.Trail.Count;

        var preview = await import.PreviewAsync("id,name,kind,officialMembers", "a,Chi bộ A,Cell,10", "b,Chi bộ b,Cell,4");

        Assert.Equal((1, 1, 0), (preview.Created, preview.Updated, preview.Unchanged));
        Assert.Equal([new FieldChange("name", "Chi bộ a", "Chi bộ A")], preview.Changes![0].Fields);
        Assert.True(preview.Changes[1].IsNew);
        Assert.Equal(written, import.Store.Trail.Count);
        Assert.False(import.Store.Has("b"));
    }

    [Fact]
    public async Task A_unit_that_the_file_does_not_name_stays()
    {
        var import = new ImportCase(Root, Units.Unit("old", "root"));

        await import.TakeAsync(ImportCase.Header, Full);

        Assert.Equal(Units.Unit("old", "root"), import.Store["old"]);
    }

    [Fact]
    public async Task A_blank_cell_clears_and_a_missing_column_keeps()
    {
        var deputy = new Contact("Trần Bình", null, "0900000002");
        var import = new ImportCase(Root);
        await import.TakeAsync(ImportCase.Header, Full);
        import.Store.Put(import.Store["a"] with { Contacts = import.Store["a"].Contacts with { Deputies = [deputy] } });

        await import.TakeAsync("id,name,kind,parentId,secretaryEmail,exemptMembers", "a,Chi bộ a,Cell,root,,");

        var unit = import.Store["a"];
        Assert.Equal(new Contact("Nguyễn An", null, "0900000001"), unit.Contacts.Secretary);
        Assert.Equal([deputy], unit.Contacts.Deputies);
        Assert.Equal(("38.1", "root"), (unit.Code, unit.ParentId?.Value));
        Assert.Equal(new MemberCounts(10, 2, 0), unit.Members);
    }

    [Fact]
    public async Task Without_a_column_for_the_superior_units_stay_where_they_are()
    {
        var import = new ImportCase(Root, Units.Unit("a", "root"));

        await import.TakeAsync("id,name,kind", "a,Chi bộ mới,Cell");

        Assert.Equal(Root.Id, import.Store["a"].ParentId);
    }

    [Fact]
    public async Task A_replaced_secretary_raises_the_link_epoch()
    {
        var import = new ImportCase(Root);
        await import.TakeAsync(ImportCase.Header, Full);

        await import.TakeAsync("id,name,kind,secretaryEmail", "a,Chi bộ a,Cell,binh@example.org");

        Assert.Equal(1, import.Store["a"].LinkEpoch);
    }

    [Fact]
    public async Task Who_imported_stands_in_the_trail()
    {
        var import = new ImportCase(Root);

        await import.TakeAsync(ImportCase.Header, Full);

        Assert.Equal("operator", Assert.Single(import.Store.Trail).Note.Actor);
    }

    [Fact]
    public async Task At_most_a_thousand_reasons_are_listed_and_all_lines_counted()
    {
        var report = await new ImportCase().TakeAsync(
            ["id,name,kind", .. Enumerable.Range(1, 1_200).Select(i => $"u{i},Chi bộ,Galaxy")]);

        Assert.Equal((1_000, 1_200), (report.Rejected.Count, report.RejectedLines));
    }

    [Theory]
    [InlineData("hue-2013")]
    [InlineData("muong-ang-2017")]
    public async Task The_published_trees_come_in_whole_and_only_once(string set)
    {
        var file = await File.ReadAllBytesAsync(Repository.Path("seeds", set, "organizations.csv"));
        var import = new ImportCase();

        var first = await import.TakeBytesAsync(file);
        var second = await import.TakeBytesAsync(file);

        Assert.Empty(first.Rejected);
        Assert.Equal((0, 0, first.Created), (second.Created, second.Updated, second.Unchanged));
        Assert.True(first.Created > 100);
    }
}
