namespace ServerlessParty.Tests.Seeds;

public sealed class MuongAngTests
{
    private static readonly IReadOnlyList<SeedUnit> Units = SeedUnit.In("muong-ang-2017");

    [Fact]
    public void The_root_is_the_district()
    {
        var root = Assert.Single(Units, unit => unit.ParentId.Length == 0);

        Assert.Equal(("District", "Đảng bộ huyện Mường Ảng"), (root.Kind, root.Name));
    }

    [Fact]
    public void The_district_has_the_published_number_of_members()
    {
        Assert.Equal(3390, Units.Sum(unit => unit.Members));
        Assert.Equal(3390, Units.Where(unit => unit.IsCell).Sum(cell => cell.Members));
    }

    [Fact]
    public void Some_cells_have_fewer_than_five_members() =>
        Assert.Equal(21, Units.Count(unit => unit is { IsCell: true, Members: < 5 }));

    [Fact]
    public void Its_ten_communes_each_have_a_committee() =>
        Assert.Equal(10, Units.Count(unit => unit.Kind == "GrassrootsCommittee"
            && (unit.Name.StartsWith("Đảng bộ xã ", StringComparison.Ordinal)
                || unit.Name.StartsWith("Đảng bộ thị trấn ", StringComparison.Ordinal))));
}
