namespace ServerlessParty.Tests.Seeds;

public sealed class HueTests
{
    private static readonly IReadOnlyList<SeedUnit> Units = SeedUnit.In("hue-2013");

    [Theory]
    [InlineData("Provincial", 1)]
    [InlineData("DirectSubordinate", 17)]
    [InlineData("GrassrootsCommittee", 334)]
    [InlineData("GrassrootsCell", 347)]
    [InlineData("Sectional", 13)]
    [InlineData("SubordinateCell", 3448)]
    public void The_published_number_of_units_of_each_kind_is_there(string kind, int published) =>
        Assert.Equal(published, Units.Count(unit => unit.Kind == kind));

    [Fact]
    public void There_is_no_unit_of_another_kind() => Assert.Equal(1 + 17 + 681 + 13 + 3448, Units.Count);

    [Fact]
    public void The_cells_hold_the_published_number_of_members()
    {
        var cells = Units.Where(unit => unit.IsCell).ToArray();

        Assert.Equal(3795, cells.Length);
        Assert.Equal(42_883, cells.Sum(cell => cell.Members));
        Assert.Equal(42_883, Units.Sum(unit => unit.Members));
    }

    [Fact]
    public void A_unit_stands_only_under_a_kind_that_may_hold_it()
    {
        var kinds = Units.ToDictionary(unit => unit.Id, unit => unit.Kind);
        var pairs = Units.Where(unit => unit.ParentId.Length > 0).Select(unit => (kinds[unit.ParentId], unit.Kind)).Distinct();

        Assert.Equal(
            [
                ("DirectSubordinate", "GrassrootsCell"),
                ("DirectSubordinate", "GrassrootsCommittee"),
                ("GrassrootsCommittee", "Sectional"),
                ("GrassrootsCommittee", "SubordinateCell"),
                ("Provincial", "DirectSubordinate"),
                ("Sectional", "SubordinateCell"),
            ],
            pairs.Order());
    }

    [Fact]
    public void A_grassroots_cell_has_fewer_than_thirty_members() =>
        Assert.All(Units.Where(unit => unit.Kind == "GrassrootsCell"), cell => Assert.InRange(cell.Members, 3, 29));

    [Fact]
    public void About_one_cell_in_eight_has_no_address_and_a_few_have_no_telephone_either()
    {
        var silent = Units.Where(unit => unit.IsCell && unit.SecretaryEmail.Length == 0).ToArray();

        Assert.InRange(silent.Length, 3795 * 11 / 100, 3795 * 13 / 100);
        Assert.InRange(silent.Count(cell => cell.SecretaryPhone.Length == 0), 10, 60);
    }

    [Fact]
    public void Twenty_persons_are_secretary_of_two_cells_and_nobody_of_more()
    {
        var persons = Units.Where(unit => unit.SecretaryEmail.Length > 0).GroupBy(unit => unit.SecretaryEmail).ToArray();
        var shared = persons.Where(person => person.Count() > 1).ToArray();

        Assert.Equal(20, shared.Length);
        Assert.All(shared, person => Assert.Equal(2, person.Count(unit => unit.IsCell)));
        Assert.All(shared, person => Assert.Single(person.Select(unit => unit.SecretaryName).Distinct()));
        Assert.Equal(2, persons.Max(person => person.Count()));
    }

    [Fact]
    public void Committees_can_be_written_to_but_for_some()
    {
        var without = Units.Where(unit => !unit.IsCell && unit.SecretaryEmail.Length == 0).ToArray();

        Assert.InRange(without.Length, 1, 20);
        Assert.All(without, unit => Assert.Equal("GrassrootsCommittee", unit.Kind));
    }
}
