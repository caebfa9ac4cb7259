using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>
/// Takes in that a unit's secretary is it no longer: no more letters go there, and the superior is asked who is. Said again,
/// it changes at most whom the secretary named.
/// </summary>
public sealed class LeaveOffice(IOrganizations organizations, AskSuperior ask, TimeProvider time)
{
    /// <param name="named">Whom the secretary named, as written; nothing in it when nobody.</param>
    /// <returns>What is wrong with the person named; nothing was done then. Empty: done.</returns>
    public async Task<IReadOnlyList<ContactFault>> RunAsync(
        OrganizationId unit, Contact named, string actor, CancellationToken cancellationToken)
    {
        var faults = new List<ContactFault>();
        var clean = ContactRules.Clean(new Contacts(named, []), faults).Secretary;
        if (faults.Count > 0)
        {
            return faults;
        }

        var today = PartyCalendar.DayOf(time.GetUtcNow());
        await organizations.ChangeAsync(
            unit, current => Decide(current, clean == Contact.Unknown ? null : clean, today, actor), cancellationToken);
        await ask.RunAsync(unit, cancellationToken);
        return [];
    }

    private static OrganizationChange? Decide(Organization current, Contact? successor, DateOnly today, string actor)
    {
        var after = ContactMarks.OfLeaving(current, successor, today);
        return after == current ? null : new(after, new AuditNote(actor, "organization.secretary.left"));
    }
}
