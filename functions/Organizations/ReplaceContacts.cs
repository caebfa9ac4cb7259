using ServerlessParty.Audit;

namespace ServerlessParty.Organizations;

/// <summary>Replaces who answers for a unit; links of people who are no longer among them die (I10). The same contacts again change nothing.</summary>
public sealed class ReplaceContacts(IOrganizations organizations, IContactWatch watch)
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

        await watch.ReplacingAsync(id, cancellationToken);
        var unit = await organizations.ChangeAsync(id, current => Decide(current, clean, actor), cancellationToken);
        return unit is null ? new ContactsOutcome.NotFound() : new ContactsOutcome.Replaced(unit);
    }

    /// <summary>What new contacts make of a unit; null when they change nothing.</summary>
    internal static OrganizationChange? Decide(Organization current, Contacts contacts, string actor)
    {
        var after = OrganizationRules.WithContacts(current, contacts);
        return after == current ? null : new(after, new AuditNote(actor, "organization.contacts"));
    }
}

/// <summary>What became of new contacts.</summary>
public abstract record ContactsOutcome
{
    private ContactsOutcome()
    {
    }

    public sealed record Replaced(Organization After) : ContactsOutcome;

    /// <param name="Unit">As it is, where the refusal is of its secretary alone.</param>
    public sealed record Refused(IReadOnlyList<ContactFault> Faults, Organization? Unit = null) : ContactsOutcome;

    public sealed record NotFound : ContactsOutcome;

    /// <summary>The question was answered before: somebody else is the secretary by now.</summary>
    public sealed record Answered(Organization Current) : ContactsOutcome;
}
