using System.Runtime.CompilerServices;
using Azure;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Mail that came in: a row for each, keys in lists by state, and marks of what is unfinished; the mail itself in a blob.</summary>
internal sealed class IntakeTable(Store store, IntakeBlobs blobs, TimeProvider time) : IIntake
{
    public async Task<IntakeMail?> FindAsync(IntakeId id, CancellationToken cancellationToken)
    {
        var found = await (await store.Intake).GetEntityIfExistsAsync<TableEntity>(
            IntakeRow.Partition(id), id.Value, cancellationToken: cancellationToken);
        return found.HasValue ? IntakeRow.Mail(found.Value!) : null;
    }

    public async Task<StoredIntake> StoreAsync(IntakeMail mail, SpooledPost post, CancellationToken cancellationToken)
    {
        await MarkAsync(mail.Id, cancellationToken);
        var receivedAt = await blobs.AddAsync(mail.Id, post, mail.ReceivedAt, cancellationToken);
        var row = mail with { ReceivedAt = receivedAt };
        if (await TryAddAsync(row, cancellationToken) is { } version)
        {
            StorageMeasures.Mail(IntakeState.Received);
            return new(row with { Version = version }, IsNew: true);
        }

        var known = await FindAsync(mail.Id, cancellationToken)
            ?? throw new InvalidOperationException($"The mail {mail.Id} was there and is gone.");
        if (known.State is not IntakeState.Received)
        {
            // It came to its end while this delivery was being stored: a mail not to be kept must not come back this way.
            await CompleteAsync(known.Id, known, cancellationToken);
        }

        return new(known, IsNew: false);
    }

    public Task<SpooledPost?> OpenAsync(IntakeId id, CancellationToken cancellationToken) => blobs.OpenAsync(id, cancellationToken);

    public async Task<IntakeMail?> AdvanceAsync(IntakeMail current, IntakeMail next, CancellationToken cancellationToken)
    {
        var table = await store.Intake;
        if (!next.IsKept)
        {
            await MarkAsync(next.Id, cancellationToken);
        }

        var entry = new TableEntity(IntakeRow.List(next.State), IntakeRow.ListKey(next));
        await table.UpsertEntityAsync(entry, TableUpdateMode.Replace, cancellationToken);
        if (await TryReplaceAsync(current, next, cancellationToken) is not { } version)
        {
            await UnlistAsync(next, cancellationToken);
            return null;
        }

        if (current.State != next.State)
        {
            StorageMeasures.Mail(next.State);
        }

        if (current.State != next.State && current.State is not IntakeState.Received)
        {
            await table.DeleteEntityAsync(IntakeRow.List(current.State), IntakeRow.ListKey(current), cancellationToken: cancellationToken);
        }

        await CompleteAsync(next.Id, next, cancellationToken);
        return next with { Version = version };
    }

    public async IAsyncEnumerable<UnfinishedIntake> UnfinishedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {IntakeRow.Unfinished}");
        await foreach (var row in (await store.Intake).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return new(IntakeRow.IdOf(row.RowKey), row.GetDateTimeOffset("Since") ?? default);
        }
    }

    public async Task CompleteAsync(IntakeId id, IntakeMail? mail, CancellationToken cancellationToken)
    {
        if (mail is { IsKept: false })
        {
            await blobs.DeleteAsync(id, cancellationToken);
        }

        await (await store.Intake).DeleteEntityAsync(IntakeRow.Unfinished, id.Value, cancellationToken: cancellationToken);
    }

    public async Task<IntakePage> PageAsync(
        IntakeState state, string? after, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(take is >= 1 and <= 100, true);
        var partition = state is IntakeState.Received ? IntakeRow.Unfinished : IntakeRow.List(state);
        var keys = await KeysAsync(partition, after ?? "", take + 1, cancellationToken);
        var mails = await Task.WhenAll(keys.Take(take).Select(key => FindAsync(IntakeRow.IdOf(key), cancellationToken)));
        // A list may say too much, never too little: the row decides.
        return new(
            [.. mails.OfType<IntakeMail>().Where(m => m.State == state)], keys.Count > take ? keys[take - 1] : null);
    }

    private async Task<List<string>> KeysAsync(string partition, string after, int take, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}");
        return await (await store.Intake)
            .QueryAsync<TableEntity>(filter, take, ["RowKey"], cancellationToken)
            .Take(take).Select(row => row.RowKey).ToListAsync(cancellationToken);
    }

    private async Task MarkAsync(IntakeId id, CancellationToken cancellationToken) =>
        await (await store.Intake).UpsertEntityAsync(
            new TableEntity(IntakeRow.Unfinished, id.Value) { ["Since"] = time.GetUtcNow() }, TableUpdateMode.Replace, cancellationToken);

    private async Task<string?> TryAddAsync(IntakeMail mail, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await (await store.Intake).AddEntityAsync(IntakeRow.Of(mail), cancellationToken);
            return answer.Headers.ETag?.ToString() ?? "";
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }
    }

    private async Task<string?> TryReplaceAsync(IntakeMail current, IntakeMail next, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await (await store.Intake).UpdateEntityAsync(
                IntakeRow.Of(next), IntakeRow.VersionOf(current), TableUpdateMode.Replace, cancellationToken);
            return answer.Headers.ETag?.ToString() ?? "";
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Takes the entry of a change that did not happen away, unless another one led to the same state.</summary>
    private async Task UnlistAsync(IntakeMail next, CancellationToken cancellationToken)
    {
        if ((await FindAsync(next.Id, cancellationToken))?.State != next.State)
        {
            await (await store.Intake).DeleteEntityAsync(
                IntakeRow.List(next.State), IntakeRow.ListKey(next), cancellationToken: cancellationToken);
        }
    }
}
