using System.Text;
using System.Text.RegularExpressions;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Seeds;

/// <summary>What every set of organizations must keep, whatever its figures.</summary>
public sealed partial class OrganizationsTests
{
    public static TheoryData<string> Sets => ["hue-2013", "muong-ang-2017"];

    [Theory, MemberData(nameof(Sets))]
    public void An_id_is_plain_and_used_once_ignoring_case(string set)
    {
        var ids = SeedUnit.In(set).Select(unit => unit.Id).ToArray();

        Assert.All(ids, id => Assert.Matches(Id(), id));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory, MemberData(nameof(Sets))]
    public void A_parent_stands_before_its_children_so_that_there_is_no_loop(string set)
    {
        var seen = new HashSet<string> { "" };

        Assert.All(SeedUnit.In(set), unit =>
        {
            Assert.Contains(unit.ParentId, seen);
            seen.Add(unit.Id);
        });
        Assert.Single(SeedUnit.In(set), unit => unit.ParentId.Length == 0);
    }

    [Theory, MemberData(nameof(Sets))]
    public void An_official_code_is_well_formed_and_used_once_and_some_units_have_none(string set)
    {
        var codes = SeedUnit.In(set).Select(unit => unit.Code).ToArray();
        var known = codes.Where(code => code.Length > 0).ToArray();

        Assert.All(known, code => Assert.Matches(OfficialCode(), code));
        Assert.Equal(known.Length, known.Distinct().Count());
        Assert.InRange(known.Length, codes.Length * 9 / 10, codes.Length - 1);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Every_kind_is_known_and_cell_or_not_as_the_kinds_say(string set)
    {
        var kinds = KindsTests.Kinds.ToDictionary(kind => kind.Code);

        Assert.All(SeedUnit.In(set), unit => Assert.Equal(kinds[unit.Kind].IsCell, unit.IsCell));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Nobody_real_can_be_written_to_or_called(string set) => Assert.All(SeedUnit.In(set), unit =>
    {
        Assert.Matches(Address(), unit.SecretaryEmail);
        Assert.Matches(Telephone(), unit.SecretaryPhone);
        Assert.NotEmpty(unit.SecretaryName);
    });

    [Theory, MemberData(nameof(Sets))]
    public void Only_cells_have_members_and_at_least_three_official_ones(string set) => Assert.All(SeedUnit.In(set), unit =>
    {
        Assert.InRange(unit.OfficialMembers, unit.IsCell ? 3 : 0, unit.IsCell ? 40 : 0);
        Assert.InRange(unit.ProbationaryMembers, 0, unit.IsCell ? 3 : 0);
        Assert.InRange(unit.ExemptMembers, 0, Math.Min(2, unit.OfficialMembers));
    });

    [Theory, MemberData(nameof(Sets))]
    public void A_grassroots_committee_has_at_least_three_cells_and_thirty_members(string set)
    {
        var units = SeedUnit.In(set);
        var parents = units.ToDictionary(unit => unit.Id, unit => unit.ParentId);
        var committees = units.Where(unit => unit.Kind == "GrassrootsCommittee").ToArray();

        Assert.All(committees, committee =>
        {
            var cells = units.Where(unit => unit.IsCell
                && (unit.ParentId == committee.Id || parents[unit.ParentId] == committee.Id)).ToArray();
            Assert.True(cells.Length >= 3, committee.Id);
            Assert.True(cells.Sum(cell => cell.Members) >= 30, committee.Id);
        });
    }

    [Theory, MemberData(nameof(Sets))]
    public void The_file_is_composed_utf8_with_line_feeds_and_no_mark(string set)
    {
        var bytes = File.ReadAllBytes(Repository.Path("seeds", set, "organizations.csv"));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

        Assert.StartsWith("id,code,name,kind,parentId,secretaryName,secretaryEmail,secretaryPhone,"
            + "officialMembers,probationaryMembers,exemptMembers\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[0-9]{2}(\.[0-9]{3}){4}\z")]
    private static partial Regex OfficialCode();

    [GeneratedRegex(@"\A(bithu\.[a-z]+\.[0-9]{4}@example\.org)?\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\A(090000[0-9]{4})?\z")]
    private static partial Regex Telephone();
}
