using ServerlessParty.Audit;

namespace ServerlessParty.Organizations;

/// <summary>Replaces who answers for a unit; links of people who are no longer among them die (I10). The same contacts again change nothing.</summary>
public sealed class ReplaceContacts(IOrganizations organizations)
{
    public async Task<ContactsOutcome> RunAsync(
        OrganizationId id, Contacts contacts, string actor, CancellationToken cancellationToken)
    {
        var faults = new List<ContactFault>();
        var clean = ContactRules.Clean(contacts, faults);
        if (faults.Count > 0)
        {
            return new ContactsOutcome.Refused(faults);
        }

        var unit = await organizations.ChangeAsync(id, current => Decide(current, clean, actor), cancellationToken);
        return unit is null ? new ContactsOutcome.NotFound() : new ContactsOutcome.Replaced(unit);
    }

    private static OrganizationChange? Decide(Organization current, Contacts contacts, string actor) =>
        current.Contacts == contacts
            ? null
            : new(OrganizationRules.WithContacts(current, contacts), new AuditNote(actor, "organization.contacts"));
}

/// <summary>What became of new contacts.</summary>
public abstract record ContactsOutcome
{
    private ContactsOutcome()
    {
    }

    public sealed record Replaced(Organization After) : ContactsOutcome;

    public sealed record Refused(IReadOnlyList<ContactFault> Faults) : ContactsOutcome;

    public sealed record NotFound : ContactsOutcome;
}
