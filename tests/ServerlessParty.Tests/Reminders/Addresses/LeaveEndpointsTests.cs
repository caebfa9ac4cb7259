using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Addresses;

/// <summary>'I am no longer the secretary' over HTTP, on the phone that tapped the unit's link.</summary>
public sealed class LeaveEndpointsTests
{
    [Fact]
    public async Task The_page_of_the_unit_leads_there_and_looking_at_it_changes_nothing()
    {
        await using var office = await OfficeAsync();
        using var phone = await office.WithLinkAsync("cell-1");

        Assert.Contains("href=\"/u/leave\"", await phone.GetStringAsync("/u"), StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Thử", await phone.GetStringAsync("/u/leave"), StringComparison.Ordinal);
        Assert.Null(office.Tree["cell-1"].Contacts.Secretary.Mark);
        Assert.Empty(office.Letters.All);
    }

    [Fact]
    public async Task Confirmed_it_is_noted_once_and_the_superior_is_written_to_once()
    {
        await using var office = await OfficeAsync();
        using var phone = await office.WithLinkAsync("cell-1");

        var first = await phone.PressAsync("/u/leave");
        var second = await phone.PressAsync("/u/leave");

        Assert.Equal(["/u/leave?done=true", "/u/leave?done=true"], new[] { first, second }.Select(a => a.Headers.Location?.OriginalString));
        var letter = Assert.Single(office.Letters.All);
        Assert.Equal(("north@example.org", LetterClass.Correction, LetterState.HandedOver), (letter.To, letter.Id.Class, letter.State));
        Assert.Equal(
            [("unit:cell-1", "organization.secretary.left"), ("system", "organization.secretary.asked")],
            office.Tree.Notes.Select(n => (n.Note.Actor, n.Note.Action)));
        Assert.Equal(ContactFlaw.Resigned, office.Tree["cell-1"].Contacts.Secretary.Mark?.Flaw);
    }

    [Fact]
    public async Task A_wrong_address_of_the_one_named_is_said_and_nothing_is_noted()
    {
        await using var office = await OfficeAsync();
        using var phone = await office.WithLinkAsync("cell-1");

        var answer = await phone.PressAsync("/u/leave", ("secretary.name", "Lê Thị Mới"), ("secretary.email", "moi@"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Lê Thị Mới", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(office.Tree["cell-1"].Contacts.Secretary.Mark);
    }

    [Fact]
    public async Task Staff_have_no_such_page_for_a_unit_of_theirs()
    {
        await using var office = await OfficeAsync();
        using var staff = await office.AsAsync(Role.Commission, "north");

        var answer = await staff.GetAsync("/u/leave?under=cell-1");

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    private static async Task<RunningBackOffice> OfficeAsync()
    {
        var office = await RunningBackOffice.StartAsync();
        foreach (var unit in new[] { "cell-1", "north" })
        {
            office.Tree[unit] = office.Tree[unit] with { Contacts = new(new("Nguyễn Văn Thử", $"{unit}@example.org", null), []) };
        }

        return office;
    }
}
