using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class OrganizationRulesTests
{
    private static readonly Contact An = new("Nguyễn An", "an@example.org", "0900000001");
    private static readonly Contact Binh = new("Trần Bình", "binh@example.org", null);

    public static TheoryData<string, Contact, Contact, bool> Secretaries => new()
    {
        { "nothing changes", An, An, false },
        { "another person", An, Binh, true },
        { "another e-mail of the same name", An, An with { Email = "an.nguyen@example.org" }, true },
        { "the e-mail is taken away", An, An with { Email = null }, true },
        { "another name at the same e-mail", An, An with { Name = "Trần Bình" }, true },
        { "only the telephone changes", An, An with { Phone = "0900000009" }, false },
        { "an e-mail is filled in", An with { Email = null }, An, false },
        { "the first contact", Contact.Unknown, An, false },
        { "the contact is taken away", An, Contact.Unknown, true },
        { "another telephone, and no more was known", new("", null, "1"), new("", null, "2"), true },
        { "a name for a known telephone", new("", null, "1"), new("An", null, "1"), false },
    };

    [Theory]
    [MemberData(nameof(Secretaries))]
    public void Links_die_when_a_person_leaves(string what, Contact before, Contact after, bool die)
    {
        var changed = OrganizationRules.WithContacts(
            Units.Unit("a", secretary: before) with { LinkEpoch = 4 }, new Contacts(after, []));

        Assert.True(changed.LinkEpoch == (die ? 5 : 4), what);
        Assert.Equal(after, changed.Contacts.Secretary);
    }

    [Fact]
    public void A_deputy_who_leaves_kills_links_and_one_who_comes_does_not()
    {
        var alone = Units.Unit("a", secretary: An);
        var both = OrganizationRules.WithContacts(alone, new Contacts(An, [Binh]));

        Assert.Equal(0, both.LinkEpoch);
        Assert.Equal(1, OrganizationRules.WithContacts(both, new Contacts(An, [])).LinkEpoch);
    }

    [Fact]
    public void Two_who_change_places_keep_their_links()
    {
        var before = OrganizationRules.WithContacts(Units.Unit("a"), new Contacts(An, [Binh]));

        Assert.Equal(0, OrganizationRules.WithContacts(before, new Contacts(Binh, [An])).LinkEpoch);
    }

    [Fact]
    public void A_save_leaves_place_end_successors_and_epoch_alone()
    {
        var current = Units.Unit("a", "r", validTo: new(2025, 6, 30)) with { Successors = [OrganizationId.Parse("b")], LinkEpoch = 3 };

        var saved = OrganizationRules.Saved(current, Units.Unit("a", "elsewhere") with { Name = "Tên mới", LinkEpoch = 9 });

        Assert.Equal(current with { Name = "Tên mới" }, saved);
    }
}
