using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Decides whether a one-tap link still opens its unit's page: signed by us, not expired, and not signed before a contact was replaced.</summary>
public sealed class OpenUnitLink(UnitLinks links, IOrganizations organizations, TimeProvider time)
{
    public async Task<OpenedLink> RunAsync(string token, CancellationToken cancellationToken) =>
        await links.ReadAsync(token, cancellationToken) is not { } link ? new OpenedLink.Unknown()
        : await LivesAsync(link, cancellationToken) ? new OpenedLink.Alive(link)
        : new OpenedLink.Dead();

    /// <summary>Asked again at each request, so that a raised epoch also ends what an opened link gave.</summary>
    public async Task<bool> LivesAsync(UnitLink link, CancellationToken cancellationToken) =>
        PartyCalendar.DayOf(time.GetUtcNow()) <= link.LastDay
        && await organizations.FindAsync(link.Unit, cancellationToken) is { } unit
        && unit.LinkEpoch <= link.Epoch;
}

/// <summary>What became of a tapped link.</summary>
public abstract record OpenedLink
{
    private OpenedLink()
    {
    }

    public sealed record Alive(UnitLink Link) : OpenedLink;

    /// <summary>It was ours, but expired or was revoked.</summary>
    public sealed record Dead : OpenedLink;

    /// <summary>It is not ours, or was damaged on its way.</summary>
    public sealed record Unknown : OpenedLink;
}
