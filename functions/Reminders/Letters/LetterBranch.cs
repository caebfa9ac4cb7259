using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>
/// Which letters somebody may see, and which of them were asked for. A letter is seen by who may see a unit whose contact it
/// is addressed to; of its units only those of the branch are shown (I10).
/// </summary>
public sealed class LetterBranch
{
    private readonly Dictionary<OrganizationId, OrganizationId?>? _parents;
    private readonly HashSet<OrganizationId>? _named;

    private LetterBranch(Dictionary<OrganizationId, OrganizationId?>? parents, HashSet<OrganizationId>? named)
    {
        _parents = parents;
        _named = named;
    }

    /// <summary>Every letter of the store.</summary>
    public static LetterBranch All { get; } = new(null, null);

    /// <summary>Whether it leaves anything out, so that the items of letters must be read.</summary>
    public bool IsNarrow => _parents is not null;

    /// <param name="under">The branch; null: the whole store.</param>
    /// <param name="words">Part of a unit's name or code, whatever its accents, or its id; blank: any unit.</param>
    public static async Task<LetterBranch> ReadAsync(
        IOrganizations organizations, OrganizationId? under, string? words, CancellationToken cancellationToken)
    {
        var search = Spelling.Fold(words is { Length: > FindOrganizations.MaxWords } ? words[..FindOrganizations.MaxWords] : words ?? "");
        if (under is null && search.Length == 0)
        {
            return All;
        }

        Dictionary<OrganizationId, OrganizationId?> parents = [];
        HashSet<OrganizationId> named = [];
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            parents[unit.Id] = unit.ParentId;
            _ = Matches(unit, search) && named.Add(unit.Id);
        }

        return new(parents, search.Length == 0 ? null : named);
    }

    public bool Shows(LetterWithItems letter) => _parents is null || Seen(letter).Any(IsAskedFor);

    /// <summary>The reminders of the letter that may be seen.</summary>
    public IEnumerable<ReminderKey> Seen(LetterWithItems letter) => letter.Keys().Where(Covers);

    private bool Covers(ReminderKey key) => _parents is null
        || (_parents.TryGetValue(key.Obligation.Organization, out var parent) && key.Step.Role.Audience switch
        {
            ReminderAudience.Superior => ParentOf(parent, out _),
            ReminderAudience.Upper => ParentOf(parent, out var above) && ParentOf(above, out _),
            _ => true,
        });

    /// <summary>Whether a unit is in the branch, and what stands above it.</summary>
    private bool ParentOf(OrganizationId? unit, out OrganizationId? parent)
    {
        parent = null;
        return unit is { } id && _parents!.TryGetValue(id, out parent);
    }

    private bool IsAskedFor(ReminderKey key) => _named is null || _named.Contains(key.Obligation.Organization);

    private static bool Matches(Organization unit, string search) =>
        Spelling.Fold(unit.Name).Contains(search, StringComparison.Ordinal)
        || Spelling.Fold(unit.Id.Value) == search
        || Spelling.Fold(unit.Code ?? "").Contains(search, StringComparison.Ordinal);
}
