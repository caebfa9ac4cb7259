using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>Where else the very bytes of minutes were handed in.</summary>
/// <param name="Seen">By units that the reader may see.</param>
/// <param name="IsElsewhere">Also by units that the reader may not see.</param>
public sealed record SharedBytes(IReadOnlyList<MinutesId> Seen, bool IsElsewhere)
{
    public static SharedBytes None { get; } = new([], false);
}

/// <summary>Finds the other units that handed in the same bytes. That there are some is told to every reader, which ones only inside their branch (I10).</summary>
public sealed class FindSharedBytes(IMinutesIndex index, IOrganizations organizations)
{
    /// <param name="scope">The top of the reader's branch; null for everything.</param>
    public async Task<SharedBytes> RunAsync(
        MeetingMinutes minutes, OrganizationId? scope, CancellationToken cancellationToken)
    {
        var all = await index.WithBytesAsync(minutes.Sha256, cancellationToken);
        List<MinutesId> seen = [];
        var isElsewhere = false;
        foreach (var other in all.Where(id => id.Key.Organization != minutes.Id.Key.Organization))
        {
            if (await IsSeenAsync(other.Key.Organization, scope, cancellationToken))
            {
                seen.Add(other);
            }
            else
            {
                isElsewhere = true;
            }
        }

        return new(seen, isElsewhere);
    }

    private async Task<bool> IsSeenAsync(OrganizationId unit, OrganizationId? scope, CancellationToken cancellationToken) =>
        scope is not { } top || unit == top || (await organizations.AncestorsAsync(unit, cancellationToken)).Contains(top);
}
