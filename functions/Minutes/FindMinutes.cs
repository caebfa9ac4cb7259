using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>Finds minutes of a branch by period, state and words; without words it lists them.</summary>
public sealed class FindMinutes(IOrganizations organizations, IMinutesIndex index)
{
    /// <summary>The longest query looked at, in characters.</summary>
    public const int MaxQueryLength = 200;

    /// <summary>The most minutes on one page.</summary>
    public const int MaxPageLength = 200;

    /// <param name="under">The branch; null for everything.</param>
    /// <param name="query">Words of the file's name, the form or the text, all of which must occur; accents and case do not count.</param>
    /// <param name="after">The <see cref="MinutesPage.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to <see cref="MaxPageLength"/>.</param>
    public async Task<MinutesPage> RunAsync(
        OrganizationId? under, string? query, Period? period, MinutesState? state, string? after, int take,
        CancellationToken cancellationToken)
    {
        var words = MinutesWords.OfQuery(query ?? "");
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query))
        {
            // Signs alone are in no document.
            return new([], null);
        }

        var units = under is { } branch ? await UnitsAsync(branch, cancellationToken) : null;
        return await index.FindAsync(new(units, period, state, words), after, take, cancellationToken);
    }

    private async Task<IReadOnlySet<OrganizationId>> UnitsAsync(OrganizationId under, CancellationToken cancellationToken) =>
        await organizations.SubtreeAsync(under, cancellationToken).Select(u => u.Id).ToHashSetAsync(cancellationToken: cancellationToken);
}
