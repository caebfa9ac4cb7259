using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Letters;

/// <summary>A letter as somebody may see it.</summary>
/// <param name="Holds">What it reminds of, as far as it lies in the reader's branch.</param>
/// <param name="Outside">How many reminders more it holds.</param>
/// <param name="Units">The units of <paramref name="Holds"/> by id; those unknown to the list of units are left out.</param>
public sealed record LetterView(
    LetterWithItems Letter, IReadOnlyList<ReminderKey> Holds, int Outside,
    IReadOnlyDictionary<OrganizationId, Organization> Units)
{
    public string NameOf(ReminderKey key) =>
        Units.GetValueOrDefault(key.Obligation.Organization)?.Name ?? key.Obligation.Organization.Value;
}

/// <summary>Shows letters with the names of what they hold.</summary>
public sealed class ShowLetter(ILetters letters, IOrganizations organizations)
{
    /// <summary>More units than these are counted, not named, where many letters stand together.</summary>
    public const int NamedUnits = 3;

    /// <returns>Null when there is no such letter in the branch.</returns>
    public async Task<LetterView?> RunAsync(LetterId id, LetterBranch branch, CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(id, cancellationToken) is not { } letter || !branch.Shows(letter))
        {
            return null;
        }

        List<ReminderKey> seen = [.. branch.Seen(letter)];
        var ids = seen.Select(k => k.Obligation.Organization).ToHashSet();
        return new(letter, seen, letter.Keys().Count() - seen.Count, await organizations.FindManyAsync(ids, cancellationToken));
    }

    /// <summary>A page of letters, each with its first units; one look-up for all.</summary>
    public async Task<IReadOnlyList<LetterView>> ListAsync(
        IReadOnlyList<LetterWithItems> page, LetterBranch branch, CancellationToken cancellationToken)
    {
        var seen = page.Select(l => branch.Seen(l).DistinctBy(k => k.Obligation.Organization).ToList()).ToList();
        var ids = seen.SelectMany(s => s.Take(NamedUnits)).Select(k => k.Obligation.Organization).ToHashSet();
        var units = ids.Count == 0
            ? new Dictionary<OrganizationId, Organization>() : await organizations.FindManyAsync(ids, cancellationToken);
        return [.. page.Zip(seen, (letter, holds) => new LetterView(letter, holds, 0, units))];
    }
}
