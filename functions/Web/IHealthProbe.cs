namespace ServerlessParty.Web;

/// <summary>Asks what the product cannot live without whether it answers.</summary>
public interface IHealthProbe
{
    /// <summary>One cheap request; false or an exception means that it does not answer.</summary>
    Task<bool> IsHealthyAsync(CancellationToken cancellationToken);
}
