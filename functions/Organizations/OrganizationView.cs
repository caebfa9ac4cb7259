namespace ServerlessParty.Organizations;

/// <summary>A unit as the API shows it.</summary>
/// <param name="ValidTo">The last day the unit exists, inclusive; null while it is not closed.</param>
internal sealed record OrganizationView(
    string Id,
    string? Code,
    string Name,
    string Kind,
    string? ParentId,
    Contact Secretary,
    IReadOnlyList<Contact> Deputies,
    int OfficialMembers,
    int ProbationaryMembers,
    int ExemptMembers,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Successors)
{
    public static OrganizationView Of(Organization unit) => new(
        unit.Id.Value,
        unit.Code,
        unit.Name,
        unit.Kind.Value,
        unit.ParentId?.Value,
        unit.Contacts.Secretary with { Mark = null },
        [.. unit.Contacts.Deputies.Select(d => d with { Mark = null })],
        unit.Members.Official,
        unit.Members.Probationary,
        unit.Members.Exempt,
        unit.ValidFrom,
        unit.ValidTo,
        [.. (unit.Successors ?? []).Select(s => s.Value)]);
}
