using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class ReplaceContactsTests
{
    private static readonly Contact An = new("Nguyễn An", "an@example.org", null);

    private readonly InMemoryOrganizations _store = new(Units.Unit("a", secretary: An));

    [Fact]
    public async Task The_new_contacts_are_cleaned_and_kept_and_old_links_die()
    {
        var outcome = await RunAsync("a", new(new(" Trần  Bình", "BINH@example.org ", ""), [Contact.Unknown, new("Lê Chi", null, "0900000003")]));

        var unit = Assert.IsType<ContactsOutcome.Replaced>(outcome).After;
        Assert.Equal(new Contact("Trần Bình", "binh@example.org", null), unit.Contacts.Secretary);
        Assert.Equal([new Contact("Lê Chi", null, "0900000003")], unit.Contacts.Deputies);
        Assert.Equal(1, _store["a"].LinkEpoch);
    }

    [Fact]
    public async Task The_same_contacts_again_write_nothing()
    {
        await RunAsync("a", new(An, []));

        Assert.Empty(_store.Trail);
    }

    [Theory]
    [InlineData("secretary.email", "contact.email.invalid", "An", "an@", "")]
    [InlineData("secretary.phone", "contact.tooLong", "An", "", "0900000001 / 0900000002 / 0900000003")]
    [InlineData("secretary.name", "contact.text.invalid", "A\u0000n", "", "")]
    public async Task What_is_wrong_is_named_by_its_field_and_nothing_is_written(
        string field, string code, string name, string email, string phone)
    {
        var outcome = await RunAsync("a", new(new(name, email, phone), []));

        var fault = Assert.Single(Assert.IsType<ContactsOutcome.Refused>(outcome).Faults);
        Assert.Equal((field, code), (fault.Field, fault.Code));
        Assert.Empty(_store.Trail);
    }

    [Fact]
    public async Task More_than_five_deputies_are_refused()
    {
        var outcome = await RunAsync("a", new(An, [.. Enumerable.Range(1, 6).Select(i => new Contact($"Phó {i}", null, null))]));

        Assert.Equal("contact.deputies.tooMany", Assert.Single(Assert.IsType<ContactsOutcome.Refused>(outcome).Faults).Code);
    }

    [Fact]
    public async Task A_unit_that_does_not_exist_is_not_found() =>
        Assert.IsType<ContactsOutcome.NotFound>(await RunAsync("b", new(An, [])));

    private Task<ContactsOutcome> RunAsync(string id, Contacts contacts) =>
        new ReplaceContacts(_store, new WatchedContacts()).RunAsync(OrganizationId.Parse(id), contacts, "operator", CancellationToken.None);
}
