namespace ServerlessParty.Organizations;

/// <summary>
/// Replaces the secretary of a unit and nobody else; the links of the one before die (I10). A person without e-mail is
/// taken with a telephone number: many secretaries have none.
/// </summary>
public sealed class ReplaceSecretary(IOrganizations organizations, IContactWatch watch)
{
    /// <param name="mark">The <see cref="ContactMark.Number"/> that the answer is to; null: whoever is the secretary now is replaced.</param>
    public async Task<ContactsOutcome> RunAsync(
        OrganizationId id, int? mark, Contact written, Func<Organization, string> actor, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(id, cancellationToken) is not { } unit)
        {
            return new ContactsOutcome.NotFound();
        }

        if (!Awaits(unit, mark))
        {
            return new ContactsOutcome.Answered(unit);
        }

        var faults = new List<ContactFault>();
        var secretary = ContactRules.CleanSecretary(written, unit.Contacts.Secretary, faults);
        return faults.Count > 0
            ? new ContactsOutcome.Refused(faults, unit)
            : await WriteAsync(id, mark, secretary, actor, cancellationToken);
    }

    /// <summary>Whether the unit still waits for the answer to that question.</summary>
    public static bool Awaits(Organization unit, int? mark) => mark is null || unit.Contacts.Secretary.Mark?.Number == mark;

    private async Task<ContactsOutcome> WriteAsync(
        OrganizationId id, int? mark, Contact secretary, Func<Organization, string> actor, CancellationToken cancellationToken)
    {
        await watch.ReplacingAsync(id, cancellationToken);
        var isAwaited = false;
        var unit = await organizations.ChangeAsync(id, current =>
        {
            isAwaited = Awaits(current, mark);
            return isAwaited
                ? ReplaceContacts.Decide(current, current.Contacts with { Secretary = secretary }, actor(current)) : null;
        }, cancellationToken);
        return unit is null ? new ContactsOutcome.NotFound()
            : isAwaited ? new ContactsOutcome.Replaced(unit)
            : new ContactsOutcome.Answered(unit);
    }
}
