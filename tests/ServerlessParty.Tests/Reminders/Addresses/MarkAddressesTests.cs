using ServerlessParty.Mail.Events;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Addresses;

/// <summary>What an event makes of the address it is about.</summary>
public sealed class MarkAddressesTests
{
    [Theory]
    [InlineData(MailEventKind.Bounced, "", ContactFlaw.Bounced)]
    [InlineData(MailEventKind.Dropped, "Bounced Address", ContactFlaw.Dropped)]
    [InlineData(MailEventKind.SpamReport, "", ContactFlaw.Declined)]
    [InlineData(MailEventKind.Unsubscribed, "", ContactFlaw.Declined)]
    public async Task An_address_that_ends_is_marked_and_audited(MailEventKind kind, string reason, ContactFlaw flaw)
    {
        var scene = new AddressScene();

        await scene.HappensAsync("c1@example.org", kind, reason);

        Assert.Equal(flaw, scene.MarkOf("c1")?.Flaw);
        Assert.Null(scene.Units["c1"].Contacts.Secretary.LetterAddress());
        Assert.Equal("organization.unreachable", scene.Units.Trail[0].Note.Action);
        Assert.Equal(["phuong@example.org"], scene.Asked);
    }

    [Theory]
    [InlineData(MailEventKind.Deferred, "")]
    [InlineData(MailEventKind.Blocked, "blacklisted")]
    [InlineData(MailEventKind.Delivered, "")]
    [InlineData(MailEventKind.Dropped, "Spam Content")]
    [InlineData(MailEventKind.Dropped, "Recipient List over Package Quota")]
    public async Task What_is_not_the_addresss_fault_marks_nothing_however_often(MailEventKind kind, string reason)
    {
        var scene = new AddressScene();

        for (var time = 1; time <= 5; time++)
        {
            await scene.HappensAsync("c1@example.org", kind, reason);
        }

        Assert.Null(scene.MarkOf("c1"));
        Assert.Empty(scene.Units.Trail);
        Assert.Empty(scene.Asked);
    }

    [Fact]
    public async Task The_same_events_again_change_nothing_and_send_nothing()
    {
        var scene = new AddressScene();

        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);
        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);
        scene.Clock.Advance(TimeSpan.FromDays(2));
        await scene.HappensAsync("c1@example.org", MailEventKind.Dropped);

        Assert.Single(scene.Asked);
        Assert.Equal(
            ["organization.unreachable", "organization.secretary.asked"], scene.Units.Trail.Select(t => t.Note.Action));
    }

    [Fact]
    public async Task Every_unit_that_has_the_address_is_marked_and_each_asks_once()
    {
        var scene = new AddressScene(Given.Unit("c3", "phuong", email: "c1@example.org"));

        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);

        Assert.NotNull(scene.MarkOf("c1"));
        Assert.NotNull(scene.MarkOf("c3"));
        Assert.Null(scene.MarkOf("c2"));
        Assert.Equal(["phuong@example.org", "phuong@example.org"], scene.Asked);
    }

    [Fact]
    public async Task A_deputy_is_marked_and_nobody_is_asked()
    {
        var deputy = new Contact("Trần Thị Phó", "pho@example.org", null);
        var cell = Given.Unit("c3", "phuong", email: "c3@example.org");
        var scene = new AddressScene(cell with { Contacts = cell.Contacts with { Deputies = [deputy] } });

        await scene.HappensAsync("pho@example.org", MailEventKind.Bounced);

        Assert.NotNull(scene.Units["c3"].Contacts.Deputies[0].Mark);
        Assert.Null(scene.MarkOf("c3"));
        Assert.Empty(scene.Asked);
    }
}
