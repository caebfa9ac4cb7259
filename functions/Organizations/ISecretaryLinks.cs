namespace ServerlessParty.Organizations;

/// <summary>Makes and reads the one-tap links behind which a superior says who the secretary of a unit is now; declared here, filled by <c>Access/</c>.</summary>
public interface ISecretaryLinks
{
    /// <summary>How many days a link works after the day it was made, that day not counted.</summary>
    const int DaysAlive = 30;

    /// <summary>A link that can replace this unit's secretary and do nothing else.</summary>
    /// <param name="mark">The <see cref="ContactMark.Number"/> it answers: with the mark, the link ends.</param>
    /// <param name="on">The civil day it is made.</param>
    Task<Uri> CreateAsync(OrganizationId unit, int mark, DateOnly on, CancellationToken cancellationToken);

    /// <summary>What a token says, or null when it is not one of ours.</summary>
    Task<SecretaryLinkContent?> ReadAsync(string token, CancellationToken cancellationToken);
}

/// <summary>What a link for naming a secretary says.</summary>
/// <param name="LastDay">The last day it works, inclusive, a civil day in Vietnam.</param>
public sealed record SecretaryLinkContent(OrganizationId Unit, int Mark, DateOnly LastDay);
