namespace ServerlessParty.Organizations;

/// <summary>What changing a unit means for the rest of it.</summary>
public static class OrganizationRules
{
    /// <summary>
    /// What a save makes of a unit: the current one with the code, name, kind, contacts and counts of
    /// <paramref name="wanted"/>. Its place, first and last day, and successors stay; the link epoch follows the contacts.
    /// </summary>
    public static Organization Saved(Organization current, Organization wanted) =>
        WithContacts(current, wanted.Contacts) with
        {
            Code = wanted.Code,
            Name = wanted.Name,
            Kind = wanted.Kind,
            Members = wanted.Members,
        };

    /// <summary>The unit with other contacts; links of the old ones die when a person is no longer among them (I10). Marks stay where their flaw does.</summary>
    public static Organization WithContacts(Organization current, Contacts contacts) =>
        current with
        {
            Contacts = ContactMarks.Carried(current.Contacts, contacts),
            LinkEpoch = SomebodyLeft(current.Contacts, contacts) ? current.LinkEpoch + 1 : current.LinkEpoch,
        };

    private static bool SomebodyLeft(Contacts before, Contacts after) =>
        People(before).Where(p => p != Contact.Unknown).Any(old => !People(after).Any(now => IsSamePerson(old, now)));

    private static IEnumerable<Contact> People(Contacts contacts) => contacts.Deputies.Prepend(contacts.Secretary);

    /// <summary>
    /// A person stays the same while the name and e-mail that were known are kept; what was not known may be filled in.
    /// Of a person known by a telephone number alone, the number is what must stay.
    /// </summary>
    private static bool IsSamePerson(Contact old, Contact now) =>
        (old.Name.Length == 0 || old.Name == now.Name)
        && (old.Email is null || old.Email == now.Email)
        && (old.Name.Length > 0 || old.Email is not null || old.Phone == now.Phone);
}
