using Azure;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// What the projection of minutes still owes: written before a dossier changes, paid and taken away after. What a crash leaves
/// here also names the bytes that may belong to nothing, so that nobody has to list all there are.
/// </summary>
internal sealed class MinutesDebts(Store store, TimeProvider time)
{
    private const string Partition = "owed";
    private const string NoBytes = "-";

    /// <param name="sha256">The bytes about to be kept; null when only a state changes.</param>
    public async Task<MinutesDebt> OweAsync(ObligationKey key, string? sha256, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, $"{Keys.Due(key)}|{sha256 ?? NoBytes}")
        {
            ["Id"] = new MinutesId(key, 1).ToString(),
            ["At"] = time.GetUtcNow(),
        };
        var written = await (await store.Minutes).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        return new(key, sha256, row.RowKey, written.Headers.ETag ?? ETag.All, time.GetUtcNow());
    }

    /// <summary>Takes the note away, unless somebody owes the same anew since.</summary>
    public async Task PaidAsync(MinutesDebt debt, CancellationToken cancellationToken)
    {
        try
        {
            await (await store.Minutes).DeleteEntityAsync(Partition, debt.Row, debt.Version, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Another writer of the same minutes is under way and will pay.
        }
    }

    public async Task<IReadOnlyList<MinutesDebt>> AllAsync(CancellationToken cancellationToken)
    {
        var debts = new List<MinutesDebt>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in (await store.Minutes).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var bytes = row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..];
            debts.Add(new(
                MinutesItemRow.Id(row).Key, bytes == NoBytes ? null : bytes, row.RowKey, row.ETag,
                row.GetDateTimeOffset("At") ?? default));
        }

        return debts;
    }
}

/// <summary>A note of what the projection owes.</summary>
/// <param name="Sha256">The bytes that were about to be kept, or null.</param>
/// <param name="Since">When it was written (UTC).</param>
internal sealed record MinutesDebt(ObligationKey Key, string? Sha256, string Row, ETag Version, DateTimeOffset Since)
{
    public OrganizationId Unit => Key.Organization;
}
