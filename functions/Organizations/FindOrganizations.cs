namespace ServerlessParty.Organizations;

/// <summary>Finds units for a person: those right under a unit, or by words anywhere in its branch.</summary>
public sealed class FindOrganizations(IOrganizations organizations)
{
    /// <summary>Units on one page.</summary>
    public const int PageSize = 50;

    /// <summary>The longest search that is looked at; more characters are left out.</summary>
    public const int MaxWords = 100;

    /// <param name="under">The unit whose branch is looked at; null for everything.</param>
    /// <param name="words">Part of a name, id, official code or the secretary's name, with or without accents; blank lists what stands right under the unit.</param>
    /// <param name="after">The id that the page before ended with, or null.</param>
    public async Task<FoundOrganizations> RunAsync(
        OrganizationId? under, string? words, OrganizationId? after, CancellationToken cancellationToken)
    {
        var search = Spelling.Fold(words is { Length: > MaxWords } ? words[..MaxWords] : words ?? "");
        var found = new List<Organization>();
        var childrenOf = new Dictionary<OrganizationId, int>();
        Organization? top = null;
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            top = unit.Id == under ? unit : top;
            if (unit.ParentId is { } parent)
            {
                childrenOf[parent] = childrenOf.GetValueOrDefault(parent) + 1;
            }

            if (search.Length > 0 ? Matches(unit, search) : unit.ParentId == under)
            {
                found.Add(unit);
            }
        }

        var from = after is null ? 0 : found.FindIndex(u => u.Id == after) + 1;
        var page = found.Skip(from).Take(PageSize).Select(u => new FoundOrganization(u, childrenOf.GetValueOrDefault(u.Id))).ToArray();
        return new(top, page, found.Count, from + page.Length < found.Count ? page[^1].Unit.Id : null);
    }

    private static bool Matches(Organization unit, string search) =>
        Contains(unit.Name, search) || Contains(unit.Id.Value, search) || Contains(unit.Code ?? "", search)
        || Contains(unit.Contacts.Secretary.Name, search);

    private static bool Contains(string text, string search) =>
        Spelling.Fold(text).Contains(search, StringComparison.Ordinal);
}

/// <summary>One page of units.</summary>
/// <param name="Top">The unit looked under, if one was named and exists.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">What to ask the next page after; null on the last.</param>
public sealed record FoundOrganizations(
    Organization? Top, IReadOnlyList<FoundOrganization> Items, int Total, OrganizationId? Next);

/// <summary>A unit and how many stand right under it.</summary>
public sealed record FoundOrganization(Organization Unit, int Children);
