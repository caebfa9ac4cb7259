namespace ServerlessParty.Obligations;

/// <summary>Something that other folders have to keep in order; <see cref="KeepHouse"/> does it daily.</summary>
public interface IHousework
{
    /// <summary>May be cut off at any moment and repeated at will.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
