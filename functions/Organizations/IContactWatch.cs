namespace ServerlessParty.Organizations;

/// <summary>Wants to know whom letters may reach from now on; declared here, filled by those who plan letters.</summary>
public interface IContactWatch
{
    /// <summary>Called before new contacts of a unit are written, so that nothing is forgotten; again, or for a change that then does not come, is harmless.</summary>
    Task ReplacingAsync(OrganizationId unit, CancellationToken cancellationToken);
}
