using ServerlessParty.Audit;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>The store's own chains, each a dossier without rows beside the settings.</summary>
internal sealed class StoreTrail(Store store, TimeProvider time) : IStoreTrail
{
    private readonly DossierTable _dossiers = new(() => store.Settings, time);

    public async Task AppendAsync(string chain, AuditNote note, CancellationToken cancellationToken) =>
        await _dossiers.ChangeAsync(chain, [], _ => new([], note), cancellationToken);

    public async Task<IReadOnlyList<AuditEntry>> LatestAsync(string chain, int take, CancellationToken cancellationToken)
    {
        if (await _dossiers.FindAsync(chain, Keys.Head, cancellationToken) is not { } head)
        {
            return [];
        }

        var after = Keys.Entry(Math.Max(0, AuditRow.Head(head).Sequence - take));
        var end = Keys.EndOf(Keys.Entries);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {chain} and RowKey gt {after} and RowKey lt {end}");
        var entries = new List<AuditEntry>();
        await foreach (var row in (await store.Settings).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            entries.Add(AuditRow.Entry(row));
        }

        entries.Reverse();
        return entries;
    }
}
