using System.Runtime.CompilerServices;
using ServerlessParty.Audit;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Reads the trails that lie in the dossiers, and the store's own beside the settings.</summary>
internal sealed class AuditTable(Store store) : IAuditTrail
{
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(
        string dossier, int after, int take, CancellationToken cancellationToken)
    {
        var (table, partition) = await PlaceAsync(dossier);
        var (from, to) = (Keys.Entry(after), Keys.EndOf(Keys.Entries));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to}");
        var entries = new List<AuditEntry>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Min(take, 1_000), cancellationToken: cancellationToken))
        {
            if (entries.Count == take)
            {
                break;
            }

            entries.Add(AuditRow.Entry(row));
        }

        return entries;
    }

    public async Task<AuditHead?> HeadAsync(string dossier, CancellationToken cancellationToken)
    {
        var (table, partition) = await PlaceAsync(dossier);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, Keys.Head, cancellationToken: cancellationToken);
        return found.HasValue ? AuditRow.Head(found.Value!) : null;
    }

    public async IAsyncEnumerable<KeyValuePair<string, AuditHead>> HeadsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Keys.Head}");
        await foreach (var row in (await store.Dossiers).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return KeyValuePair.Create(row.PartitionKey, AuditRow.Head(row));
        }

        await foreach (var row in (await store.Settings).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return KeyValuePair.Create(IStoreTrail.NameOf(row.PartitionKey), AuditRow.Head(row));
        }
    }

    public async Task<ChainVerification?> VerifyAsync(string dossier, CancellationToken cancellationToken)
    {
        var entries = new List<AuditEntry>();
        var rows = new Dictionary<string, string>();
        AuditHead? head = null;
        var (table, partition) = await PlaceAsync(dossier);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(Keys.Entries, StringComparison.Ordinal))
            {
                entries.Add(AuditRow.Entry(row));
            }
            else if (row.RowKey == Keys.Head)
            {
                head = AuditRow.Head(row);
            }
            else
            {
                rows[row.RowKey] = RowDigest.Of(row);
            }
        }

        return head is null && entries.Count == 0 && rows.Count == 0
            ? null
            : ChainVerification.Of(entries, head ?? AuditHead.Empty, rows);
    }

    private async Task<(TableClient Table, string Partition)> PlaceAsync(string name) =>
        name.StartsWith(IStoreTrail.NamePrefix, StringComparison.Ordinal)
            ? (await store.Settings, name[IStoreTrail.NamePrefix.Length..])
            : (await store.Dossiers, name);
}
