namespace ServerlessParty.Organizations;

/// <summary>Reads the hand-in tokens that units' addresses carry; declared here for those who take mail in, filled by <c>Access/</c>.</summary>
public interface IHandInTokens
{
    /// <summary>
    /// The unit whose hand-in address carries <paramref name="token"/>, in any case; null for a token that is not ours, was
    /// made before a contact was replaced, or is of a unit that ended. It lets a paper be filed and opens nothing.
    /// </summary>
    Task<OrganizationId?> UnitOfAsync(string token, CancellationToken cancellationToken);
}
