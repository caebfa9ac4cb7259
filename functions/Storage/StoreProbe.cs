using ServerlessParty.Web;

namespace ServerlessParty.Storage;

/// <summary>Asks the store for one row, whether or not this executable may use what it says.</summary>
internal sealed class StoreProbe(Store store) : IHealthProbe
{
    public async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        await store.Plain("Settings").GetEntityIfExistsAsync<TableEntity>("health", "probe", cancellationToken: cancellationToken);
        return true;
    }
}
