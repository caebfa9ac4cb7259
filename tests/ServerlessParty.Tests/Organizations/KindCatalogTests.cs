using System.Globalization;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class KindCatalogTests
{
    private static readonly KindCode Cell = KindCode.Parse("Cell");

    [Theory]
    [InlineData("2026-07-25", "vi", "Tổ đảng")] // the day before the new label
    [InlineData("2026-07-26", "vi", "Chi bộ")] // its first day
    [InlineData("2026-07-26", "en", "Party cell")]
    [InlineData("1920-01-01", "en", "Party group")] // before any label, the first
    public void A_label_depends_on_the_day_and_the_language(string day, string language, string label)
    {
        var catalog = new KindCatalog(
            [new(Cell, "Chi bộ", "Party cell", true, new(2026, 7, 26)), new(Cell, "Tổ đảng", "Party group", true, new(1930, 2, 3))]);

        Assert.Equal(label, catalog.Label(Cell, DateOnly.Parse(day, CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo(language)));
        Assert.True(catalog.TryFind("tổ đảng", out var old) && old == Cell);
    }

    [Fact]
    public void Every_published_kind_is_found_by_its_code()
    {
        var catalog = Units.Kinds();

        Assert.NotEmpty(catalog.Codes);
        Assert.All(catalog.Codes, code => Assert.True(catalog.TryFind(code.Value, out var found) && found == code));
    }

    [Fact]
    public void The_cells_are_the_three_kinds_of_cell() =>
        Assert.Equal(["Cell", "GrassrootsCell", "SubordinateCell"], Units.Kinds().Cells.Select(c => c.Value).Order());

    [Fact]
    public void An_unknown_code_is_shown_as_it_is() =>
        Assert.Equal("Galaxy", Units.Kinds().Label(KindCode.Parse("Galaxy"), new(2026, 1, 1), CultureInfo.GetCultureInfo("vi")));

    [Fact]
    public void A_kind_given_twice_for_one_day_is_refused() =>
        Assert.Throws<ArgumentException>(() => new KindCatalog(
            [new(Cell, "a", "a", true, new(2026, 1, 1)), new(Cell, "b", "b", true, new(2026, 1, 1))]));
}
