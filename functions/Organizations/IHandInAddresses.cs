namespace ServerlessParty.Organizations;

/// <summary>Makes the address at which a unit hands in by mail; declared here since letters of several capabilities carry it, filled by <c>Access/</c>.</summary>
public interface IHandInAddresses
{
    /// <summary>The unit's own address, which dies when a contact is replaced; null where mail in is off.</summary>
    Task<string?> OfAsync(Organization unit, CancellationToken cancellationToken);
}
