using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>
/// Marks everyone who has an address that an event ends, wherever in the tree, and asks the superiors of their units who the
/// secretary is now. The same events again find it marked and asked.
/// </summary>
public sealed class MarkAddresses(IOrganizations organizations, AskSuperior ask, TimeProvider time) : ILetterFollower
{
    private const int UnitsAtOnce = 8;

    public async Task FollowAsync(IReadOnlyCollection<LetterNews> news, CancellationToken cancellationToken)
    {
        var flaws = news.SelectMany(n => n.Events.Where(e => e.EndsAddress), (n, e) => (n.Letter.Letter.To, Flaw: FlawOf(e.Kind)))
            .GroupBy(f => f.To).ToDictionary(g => g.Key, g => g.First().Flaw);
        if (flaws.Count > 0)
        {
            await Parallel.ForEachAsync(
                await UnitsOfAsync(flaws.Keys, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce, CancellationToken = cancellationToken },
                async (found, token) => await MarkAsync(found.Unit, found.Address, flaws[found.Address], token));
        }

        foreach (var lost in news.Where(n => n.CameBack && n.Letter.Letter.Id.Class == LetterClass.Correction))
        {
            await ask.AgainAsync(lost.Letter.Letter.Id, cancellationToken);
        }
    }

    private static ContactFlaw FlawOf(MailEventKind kind) => kind switch
    {
        MailEventKind.Dropped => ContactFlaw.Dropped,
        MailEventKind.SpamReport or MailEventKind.Unsubscribed => ContactFlaw.Declined,
        _ => ContactFlaw.Bounced,
    };

    private async Task<IReadOnlyList<(OrganizationId Unit, string Address)>> UnitsOfAsync(
        IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        List<(OrganizationId, string)> found = [];
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            var people = unit.Contacts.Deputies.Prepend(unit.Contacts.Secretary);
            found.AddRange(people.Select(p => p.WrittenAddress()).OfType<string>().Distinct()
                .Where(addresses.Contains).Select(a => (unit.Id, a)));
        }

        return found;
    }

    private async Task MarkAsync(OrganizationId id, string address, ContactFlaw flaw, CancellationToken cancellationToken)
    {
        var today = PartyCalendar.DayOf(time.GetUtcNow());
        await organizations.ChangeAsync(
            id,
            unit => ContactMarks.OfAddress(unit, address, flaw, today) is { } after
                ? new(after, new AuditNote(AuditNote.System, "organization.unreachable", Comment: flaw.ToString())) : null,
            cancellationToken);
        await ask.RunAsync(id, cancellationToken);
    }
}
