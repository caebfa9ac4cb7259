using System.Text.Json;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Seeds;

public sealed class KindsTests
{
    internal static IReadOnlyList<Kind> Kinds { get; } = JsonSerializer.Deserialize<Kind[]>(
        File.ReadAllText(Repository.Path("seeds", "kinds.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public void The_nine_kinds_are_shipped_in_the_order_of_the_hierarchy() => Assert.Equal(
        [
            "Provincial", "District", "DirectSubordinate", "UpperGrassroots", "GrassrootsCommittee", "GrassrootsCell",
            "Sectional", "SubordinateCell", "Cell",
        ],
        Kinds.Select(kind => kind.Code));

    [Fact]
    public void Three_kinds_are_cells() =>
        Assert.Equal(["GrassrootsCell", "SubordinateCell", "Cell"], Kinds.Where(kind => kind.IsCell).Select(kind => kind.Code));

    [Theory]
    [InlineData("GrassrootsCommittee", "Đảng bộ cơ sở")]
    [InlineData("GrassrootsCell", "Chi bộ cơ sở")]
    [InlineData("Sectional", "Đảng bộ bộ phận")]
    [InlineData("SubordinateCell", "Chi bộ trực thuộc")]
    [InlineData("Cell", "Chi bộ")]
    public void A_kind_is_called_what_the_party_calls_it(string code, string vietnamese) =>
        Assert.Equal(vietnamese, Kinds.Single(kind => kind.Code == code).Vi);

    [Fact]
    public void No_label_is_missing_or_used_twice()
    {
        Assert.DoesNotContain(Kinds, kind => string.IsNullOrWhiteSpace(kind.Vi) || string.IsNullOrWhiteSpace(kind.En));
        Assert.Equal(Kinds.Count, Kinds.Select(kind => kind.Vi).Distinct().Count());
        Assert.Equal(Kinds.Count, Kinds.Select(kind => kind.En).Distinct().Count());
    }

    [Fact]
    public void The_plain_cell_is_in_use_since_the_system_has_three_levels() =>
        Assert.Equal(new DateOnly(2026, 7, 26), Kinds.Single(kind => kind.Code == "Cell").ValidFrom);

    internal sealed record Kind(string Code, string Vi, string En, bool IsCell, DateOnly ValidFrom);
}
