using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Rows;

/// <summary>What a unit's row keeps of its contacts.</summary>
public sealed class OrganizationRowTests
{
    [Fact]
    public void Marks_of_secretary_and_deputies_are_kept_whole()
    {
        var unit = Given.Unit("cell", email: "same@example.org");
        unit = unit with { Contacts = unit.Contacts with { Deputies = [new("Trần Thị Phó", "same@example.org", null)] } };
        unit = ContactMarks.OfAddress(unit, "same@example.org", ContactFlaw.Dropped, Given.Day("2026-11-24"))!;
        unit = ContactMarks.OfSecretary(unit, unit.Contacts.Secretary.Mark! with
        {
            Asked = new("north", "north@example.org", Given.Day("2026-11-24"), 2, HasFailed: true),
            Successor = new("Lê Thị Mới", null, "0912 345 678"),
        });

        var read = OrganizationRow.Unit(OrganizationRow.Of(unit, "p", "r"));

        Assert.Equal(unit.Contacts, read.Contacts);
    }

    [Fact]
    public void Contacts_without_a_mark_are_written_as_before()
    {
        var unit = Given.Unit("cell", email: "a@example.org");
        var row = OrganizationRow.Of(
            unit with { Contacts = unit.Contacts with { Deputies = [new("Trần Thị Phó", null, null)] } }, "p", "r");

        Assert.Null(row["SecretaryMark"]);
        Assert.DoesNotContain("Mark", row.GetString("Deputies"), StringComparison.Ordinal);
    }
}
