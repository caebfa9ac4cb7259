using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

/// <summary>An address that letters came back from, and that is said to work again.</summary>
public sealed class RestoreAddressTests
{
    private readonly WatchedContacts _watch = new();

    [Theory]
    [InlineData(ContactFlaw.Bounced)]
    [InlineData(ContactFlaw.Dropped)]
    public async Task Letters_go_to_it_again_and_what_its_people_missed_is_planned_anew(ContactFlaw flaw)
    {
        var units = new InMemoryOrganizations(Marked(flaw));

        Assert.True(await RunAsync(units, " OLD@example.org"));

        Assert.All(units["cell"].Contacts.Deputies.Prepend(units["cell"].Contacts.Secretary), c => Assert.Null(c.Mark));
        Assert.Equal(0, units["cell"].LinkEpoch);
        var note = Assert.Single(units.Trail).Note;
        Assert.Equal(("grant:1", "organization.reachable"), (note.Actor, note.Action));
        Assert.Equal([Given.Id("cell")], _watch.Replacing);
    }

    [Theory]
    [InlineData(ContactFlaw.Declined, "old@example.org")] // what a reader refused stays refused
    [InlineData(ContactFlaw.Resigned, "old@example.org")]
    [InlineData(ContactFlaw.Bounced, "other@example.org")]
    [InlineData(ContactFlaw.Bounced, "")]
    public async Task Whom_it_does_not_speak_of_stays_marked(ContactFlaw flaw, string address)
    {
        var units = new InMemoryOrganizations(Marked(flaw));

        Assert.True(await RunAsync(units, address));

        Assert.NotNull(units["cell"].Contacts.Secretary.Mark);
        Assert.Empty(units.Trail);
    }

    [Fact]
    public async Task Said_again_it_changes_nothing()
    {
        var units = new InMemoryOrganizations(Marked(ContactFlaw.Bounced));
        await RunAsync(units, "old@example.org");

        Assert.True(await RunAsync(units, "old@example.org"));

        Assert.Single(units.Trail);
    }

    [Fact]
    public async Task A_unit_that_is_not_there_is_said() =>
        Assert.False(await RunAsync(new InMemoryOrganizations(), "old@example.org"));

    private Task<bool> RunAsync(InMemoryOrganizations units, string address) =>
        new RestoreAddress(units, _watch).RunAsync(Given.Id("cell"), address, "grant:1", default);

    /// <summary>A unit whose secretary and deputy have one mailbox.</summary>
    private static Organization Marked(ContactFlaw flaw)
    {
        var unit = Given.Unit("cell", email: "old@example.org");
        unit = unit with { Contacts = unit.Contacts with { Deputies = [new("Trần Thị Phó", "old@example.org", null)] } };
        return ContactMarks.OfAddress(unit, "old@example.org", flaw, Given.Day("2026-11-24"))!;
    }
}
