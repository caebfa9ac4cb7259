namespace ServerlessParty.Hosting;

/// <summary>Takes everything out of a store: only for the sample data of a local run.</summary>
public interface IStoreEmptier
{
    /// <summary>Leaves the store as a new one: no units, letters or settings. Keys of sessions stay. Repeating it completes what broke off.</summary>
    Task EmptyAsync(CancellationToken cancellationToken);
}
