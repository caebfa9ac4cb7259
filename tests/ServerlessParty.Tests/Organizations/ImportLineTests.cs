using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class ImportLineTests
{
    private static readonly string Name201 = new('a', 201);
    private static readonly string Email255 = new string('a', 64) + "@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 4));

    [Theory]
    [InlineData(",,Chi bộ 1,Cell,,,,,,,", "id", "import.id.missing")]
    [InlineData("a/b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // a table key forbids /
    [InlineData("a\\b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // and \
    [InlineData("a#b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // and #
    [InlineData("a?b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // and ?
    [InlineData("a|b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // separates the parts of a key
    [InlineData("a b,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")]
    [InlineData("đ1,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")]
    [InlineData("a.,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")]
    [InlineData("a1234567890123456789012345678901234567890,,Chi bộ 1,Cell,,,,,,,", "id", "import.id.invalid")] // 41 characters
    [InlineData("a,,,Cell,,,,,,,", "name", "import.name.missing")]
    [InlineData("a,,Chi bộ 1,,,,,,,,", "kind", "import.kind.missing")]
    [InlineData("a,,Chi bộ 1,Galaxy,,,,,,,", "kind", "import.kind.unknown")]
    [InlineData("a,,Chi bộ 1,Cell,nobody,,,,,,", "parentId", "import.parent.unknown")]
    [InlineData("a,,Chi bộ 1,Cell,no/body,,,,,,", "parentId", "import.parent.unknown")]
    [InlineData("a,,Chi bộ 1,Cell,a,,,,,,", "parentId", "import.parent.loop")]
    [InlineData("a,,Chi bộ 1,Cell,,,not an address,,,,", "secretaryEmail", "import.email.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,bí.thư@example.org,,,,", "secretaryEmail", "import.email.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,-1,,", "officialMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,,-3,", "probationaryMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,,,-2", "exemptMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,twelve,,", "officialMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,1.5,,", "officialMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,10000001,,", "officialMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,99999999999999999999,,", "officialMembers", "import.count.invalid")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,3,,4", "exemptMembers", "import.exempt.tooMany")]
    [InlineData("a,,Chi bộ \u0007 1,Cell,,,,,,,", "name", "import.text.invalid")]
    [InlineData("a,,Chi b\uFFFD 1,Cell,,,,,,,", "name", "import.text.invalid")]
    [InlineData("a,,#REF!,Cell,,,,,,,", "name", "import.cell.error")]
    [InlineData("a,,Chi bộ 1,Cell,,,,,,,,extra", null, "import.columns")]
    [InlineData("a,,\"Chi bộ\" 1,Cell,,,,,,,", null, "import.quote")]
    public async Task A_line_is_refused_by_name(string line, string? column, string code)
    {
        var import = new ImportCase();

        var rejected = (await import.TakeAsync(ImportCase.Header, line)).Rejected;

        Assert.Contains(rejected, r => r.Line == 2 && r.Column == column && r.Code == code && r.Message.Length > 0);
        Assert.False(import.Store.Has("a"));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("code")]
    [InlineData("secretaryName")]
    [InlineData("secretaryEmail")]
    [InlineData("secretaryPhone")]
    public async Task An_over_long_field_is_refused(string column)
    {
        var text = column == "secretaryEmail" ? Email255 : Name201;
        var (header, line) = column == "name"
            ? ("id,kind,name", $"a,Cell,{text}")
            : ($"id,kind,name,{column}", $"a,Cell,Chi bộ 1,{text}");

        var rejected = Assert.Single((await new ImportCase().TakeAsync(header, line)).Rejected);

        Assert.Equal((column, "import.tooLong"), (rejected.Column, rejected.Code));
    }

    [Fact]
    public async Task Every_fault_of_a_line_is_named_and_the_line_counts_once()
    {
        var report = await new ImportCase().TakeAsync(ImportCase.Header, "a,,,Galaxy,,,x@,,-1,,");

        Assert.Equal(
            ["import.name.missing", "import.kind.unknown", "import.email.invalid", "import.count.invalid"],
            report.Rejected.Select(r => r.Code).OrderBy(c => Array.IndexOf(
                ["import.name.missing", "import.kind.unknown", "import.email.invalid", "import.count.invalid"], c)));
        Assert.Equal(1, report.RejectedLines);
    }

    [Fact]
    public async Task The_second_line_with_an_id_is_refused_whatever_its_case_and_names_the_first()
    {
        var import = new ImportCase();

        var report = await import.TakeAsync(ImportCase.Header, "abc,,First,Cell,,,,,,,", "ABC,,Second,Cell,,,,,,,");

        var rejected = Assert.Single(report.Rejected);
        Assert.Equal((3, "id", "import.id.duplicate"), (rejected.Line, rejected.Column, rejected.Code));
        Assert.Contains("2", rejected.Message, StringComparison.Ordinal);
        Assert.Equal("First", import.Store["abc"].Name);
    }

    [Fact]
    public async Task A_refused_line_does_not_block_good_ones()
    {
        var import = new ImportCase();

        var report = await import.TakeAsync(
            ImportCase.Header, "a,,Chi bộ 1,Cell,,,,,,,", "b,,Chi bộ 2,Galaxy,,,,,,,", "c,,Chi bộ 3,Cell,,,,,,,");

        Assert.Equal((2, 1), (report.Created, report.RejectedLines));
        Assert.True(import.Store.Has("a") && import.Store.Has("c"));
    }

    [Fact]
    public async Task A_closed_unit_may_be_in_the_file_but_not_be_changed()
    {
        var import = new ImportCase(Units.Unit("a", validTo: new DateOnly(2025, 6, 30)));
        const string header = "id,name,kind";

        Assert.Equal(1, (await import.TakeAsync(header, "a,Chi bộ a,SubordinateCell")).Unchanged);
        var report = await import.TakeAsync(header, "a,Another name,SubordinateCell");

        Assert.Equal("import.id.closed", Assert.Single(report.Rejected).Code);
        Assert.Equal("Chi bộ a", import.Store["a"].Name);
    }

    [Theory]
    [InlineData("Cell", "Cell")]
    [InlineData("subordinatecell", "SubordinateCell")]
    [InlineData("Chi bộ", "Cell")]
    [InlineData("Chi bộ trực thuộc", "SubordinateCell")]
    [InlineData("CHI BO CO SO", "GrassrootsCell")]
    [InlineData("Đảng bộ cơ sở", "GrassrootsCommittee")]
    public async Task A_kind_is_taken_by_code_or_by_its_vietnamese_name(string written, string kind)
    {
        var import = new ImportCase();

        await import.TakeAsync("id,name,kind", $"a,Chi bộ 1,{written}");

        Assert.Equal(kind, import.Store["a"].Kind.Value);
    }
}
