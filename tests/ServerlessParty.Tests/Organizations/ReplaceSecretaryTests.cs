using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

/// <summary>What a new secretary means for the mark, the links and everybody else.</summary>
public sealed class ReplaceSecretaryTests
{
    private static readonly Contact New = new("Lê Thị Mới", "moi@example.org", null);
    private readonly WatchedContacts _watch = new();
    private readonly InMemoryOrganizations _units = new(Marked());

    [Fact]
    public async Task The_answer_ends_the_mark_kills_old_links_and_keeps_the_deputies()
    {
        var replaced = Assert.IsType<ContactsOutcome.Replaced>(await AnswerAsync(New)).After;

        Assert.Equal(New, replaced.Contacts.Secretary);
        Assert.Equal(1, replaced.LinkEpoch);
        Assert.Single(replaced.Contacts.Deputies);
        Assert.Equal("unit:north", Assert.Single(_units.Trail).Note.Actor);
        Assert.Equal([Given.Id("cell")], _watch.Replacing);
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        await AnswerAsync(New);

        Assert.IsType<ContactsOutcome.Answered>(await AnswerAsync(New with { Name = "Người Khác" }));
        Assert.Equal("Lê Thị Mới", _units["cell"].Contacts.Secretary.Name);
    }

    [Theory]
    [InlineData("Mới", "OLD@example.org", null, "contact.email.unreachable")] // the mailbox that letters came back from
    [InlineData("Mới", "not an address", null, "contact.email.invalid")]
    [InlineData("", "moi@example.org", null, "contact.name.missing")]
    [InlineData("Mới", "", "", "contact.reach.missing")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string name, string email, string? phone, string code)
    {
        var refused = Assert.IsType<ContactsOutcome.Refused>(await AnswerAsync(new(name, email, phone)));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
        Assert.Empty(_units.Trail);
    }

    [Fact]
    public async Task A_secretary_without_email_is_taken_with_a_telephone_number() =>
        Assert.IsType<ContactsOutcome.Replaced>(await AnswerAsync(new("Mới", "", "0912 345 678")));

    [Fact]
    public void Other_changes_of_a_contact_leave_the_mark_and_another_address_ends_it()
    {
        var unit = Marked();
        var secretary = unit.Contacts.Secretary with { Mark = null };

        var renamed = OrganizationRules.WithContacts(unit, unit.Contacts with { Secretary = secretary with { Name = "Nguyễn Văn Đúng" } });
        var moved = OrganizationRules.WithContacts(unit, unit.Contacts with { Secretary = secretary with { Email = "new@example.org" } });

        Assert.NotNull(renamed.Contacts.Secretary.Mark);
        Assert.Null(moved.Contacts.Secretary.Mark);
        Assert.Equal(unit, OrganizationRules.Saved(unit, unit with { Contacts = unit.Contacts with { Secretary = secretary } }));
    }

    [Fact]
    public void Who_left_stays_marked_but_a_successor_may_have_the_offices_mailbox()
    {
        var unit = ContactMarks.OfLeaving(Given.Unit("cell", email: "office@example.org"), null, Given.Day("2026-11-24"));
        var same = unit.Contacts.Secretary with { Mark = null };

        var again = OrganizationRules.WithContacts(unit, unit.Contacts with { Secretary = same });
        var next = OrganizationRules.WithContacts(unit, unit.Contacts with { Secretary = same with { Name = "Lê Thị Mới" } });

        Assert.NotNull(again.Contacts.Secretary.Mark);
        Assert.Null(next.Contacts.Secretary.Mark);
        Assert.Equal(1, next.LinkEpoch);
    }

    private static Organization Marked()
    {
        var unit = Given.Unit("cell", email: "old@example.org");
        unit = unit with { Contacts = unit.Contacts with { Deputies = [new("Trần Thị Phó", null, "0912")] } };
        unit = ContactMarks.OfAddress(unit, "old@example.org", ContactFlaw.Bounced, Given.Day("2026-11-24"))!;
        return ContactMarks.OfSecretary(unit, unit.Contacts.Secretary.Mark! with
        {
            Asked = new("north", "north@example.org", Given.Day("2026-11-24"), 1),
        });
    }

    private Task<ContactsOutcome> AnswerAsync(Contact written) => new ReplaceSecretary(_units, _watch).RunAsync(
        Given.Id("cell"), 0, written, unit => $"unit:{unit.Contacts.Secretary.Mark!.Asked!.Of}", default);
}
