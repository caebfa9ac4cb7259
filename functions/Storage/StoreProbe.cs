using ServerlessParty.Web;

namespace ServerlessParty.Storage;

/// <summary>Asks the store for one row that need not exist.</summary>
internal sealed class StoreProbe(Store store) : IHealthProbe
{
    public async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        await store.BucketsAsync(cancellationToken);
        await (await store.Settings).GetEntityIfExistsAsync<TableEntity>("health", "probe", cancellationToken: cancellationToken);
        return true;
    }
}
