using Azure;
using Azure.Storage.Blobs;
using ServerlessParty.Hosting;

namespace ServerlessParty.Storage;

/// <summary>Takes every row out of every table but those of access, and the blobs that belong to rows that went. A deleted table cannot be made again at once, so rows go, not tables.</summary>
internal sealed class StoreEmptier(Store store) : IStoreEmptier
{
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Store.TableNames.Except(["Access"]))
        {
            await EmptyAsync(store.Plain(name), cancellationToken);
        }

        await EmptyAsync(await store.Anchors, cancellationToken);
        await EmptyAsync(await store.MinutesBlobs, cancellationToken);
        await EmptyAsync(await store.Intakes, cancellationToken);
    }

    private static async Task EmptyAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private static async Task EmptyAsync(TableClient table, CancellationToken cancellationToken)
    {
        await table.CreateIfNotExistsAsync(cancellationToken);
        var rows = table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken);
        await foreach (var page in rows.AsPages().WithCancellation(cancellationToken))
        {
            await Batches.SubmitAsync(
                table,
                page.Values.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All)),
                cancellationToken);
        }
    }
}
