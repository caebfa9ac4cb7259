using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Addresses;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Addresses;

/// <summary>A province over a ward over two cells, all with addresses; what is asked of superiors goes to a mailer in memory.</summary>
internal sealed class AddressScene : ISecretaryLinks
{
    public AddressScene(params Organization[] more)
    {
        Units = new([
            Given.Unit("tinh", kind: "Provincial", email: "tinh@example.org"),
            Given.Unit("phuong", "tinh", "UpperGrassroots", "phuong@example.org"),
            Given.Unit("c1", "phuong", email: "c1@example.org"),
            Given.Unit("c2", "phuong", email: "c2@example.org"),
            .. more,
        ]);
        Post = new(Clock);
        Ask = new(Units, this, Post.Send, StoreLanguage.Vietnamese, Clock);
        Follow = new(Units, Ask, Clock);
    }

    public MovableClock Clock { get; } = new();

    public InMemoryOrganizations Units { get; }

    public EventPost Post { get; }

    public AskSuperior Ask { get; }

    public MarkAddresses Follow { get; }

    public ContactMark? MarkOf(string unit) => Units[unit].Contacts.Secretary.Mark;

    public IEnumerable<string> Asked => Post.Mailer.Taken.Select(m => m.To);

    public Task HappensAsync(
        string to, MailEventKind kind, string reason = "", string letterClass = LetterClass.Reminder, string sequence = "01")
    {
        var id = new LetterId(0, Given.Day("2026-11-24"), letterClass, "0f", sequence);
        var state = kind == MailEventKind.Dropped ? LetterState.Dropped
            : kind is MailEventKind.Bounced or MailEventKind.Blocked ? LetterState.Bounced : LetterState.Delivered;
        var letter = new Letter(id, to, state, 0, 1, null, Clock.GetUtcNow());
        return Follow.FollowAsync(
            [new(LetterState.HandedOver, new(letter, []), [new("e", kind, 0, id, 1, "m", reason)])], default);
    }

    public Task<Uri> CreateAsync(OrganizationId unit, int mark, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://party.example.org/secretary/{unit}-{mark}-{on:yyyyMMdd}"));

    public Task<SecretaryLinkContent?> ReadAsync(string token, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
