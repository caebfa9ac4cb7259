namespace ServerlessParty.Organizations;

/// <summary>Somebody letters no longer go to.</summary>
/// <param name="IsSecretary">Else a deputy.</param>
/// <param name="Asked">The name of the unit that was asked; null when none was.</param>
public sealed record UnreachablePerson(Organization Unit, Contact Person, bool IsSecretary, string? Asked);

/// <summary>A page of them, by unit.</summary>
/// <param name="Next">The unit that the next page begins behind; null: this was the last.</param>
public sealed record UnreachablePeople(IReadOnlyList<UnreachablePerson> Items, OrganizationId? Next);

/// <summary>Lists the people of a branch whom letters no longer reach, or who left; writes nothing.</summary>
public sealed class ListUnreachable(IOrganizations organizations)
{
    /// <summary>Units on one page.</summary>
    public const int UnitsPerPage = 50;

    /// <param name="under">The branch; null means everything.</param>
    /// <param name="after">The <see cref="UnreachablePeople.Next"/> of the page before, or null.</param>
    public async Task<UnreachablePeople> RunAsync(
        OrganizationId? under, OrganizationId? after, CancellationToken cancellationToken)
    {
        List<Organization> marked = [];
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            if (!unit.IsClosed && People(unit).Any(p => p.Mark is not null))
            {
                marked.Add(unit);
            }
        }

        var rest = marked.Where(u => after is null || u.Id > after.Value).OrderBy(u => u.Id).Take(UnitsPerPage + 1).ToList();
        var page = rest.Take(UnitsPerPage).ToList();
        return new(await PeopleAsync(page, cancellationToken), rest.Count > page.Count ? page[^1].Id : null);
    }

    private async Task<IReadOnlyList<UnreachablePerson>> PeopleAsync(
        IReadOnlyList<Organization> units, CancellationToken cancellationToken)
    {
        var people = units.SelectMany(u => People(u).Where(p => p.Mark is not null), (unit, person) => (unit, person)).ToList();
        var asked = people.Select(p => p.person.Mark!.Asked?.Of).OfType<string>().Select(OrganizationId.Parse).ToHashSet();
        var names = asked.Count == 0
            ? new Dictionary<OrganizationId, Organization>()
            : await organizations.FindManyAsync(asked, cancellationToken);
        return [.. people.Select(p => new UnreachablePerson(
            p.unit, p.person, ReferenceEquals(p.person, p.unit.Contacts.Secretary), NameOf(p.person.Mark!.Asked, names)))];
    }

    private static string? NameOf(
        SuccessorQuestion? question, IReadOnlyDictionary<OrganizationId, Organization> units) =>
        question is { HasFailed: false } ? units.GetValueOrDefault(OrganizationId.Parse(question.Of))?.Name ?? question.Of : null;

    private static IEnumerable<Contact> People(Organization unit) => unit.Contacts.Deputies.Prepend(unit.Contacts.Secretary);
}
