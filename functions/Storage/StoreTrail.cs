using ServerlessParty.Audit;

namespace ServerlessParty.Storage;

/// <summary>The store's own chains, each a dossier without rows beside the settings.</summary>
internal sealed class StoreTrail(Store store, TimeProvider time) : IStoreTrail
{
    private readonly DossierTable _dossiers = new(() => store.Settings, time);

    public async Task AppendAsync(string chain, AuditNote note, CancellationToken cancellationToken) =>
        await _dossiers.ChangeAsync(chain, [], _ => new([], note), cancellationToken);
}
