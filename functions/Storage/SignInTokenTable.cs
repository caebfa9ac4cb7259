using Azure;
using ServerlessParty.Access;

namespace ServerlessParty.Storage;

/// <summary>Sign-in links not yet used; taking one deletes its row under its version, so that only one taker succeeds.</summary>
internal sealed class SignInTokenTable(Store store) : ISignInTokens
{
    private const string Partition = "sign-in";

    public async Task<bool> StoreAsync(
        SignInToken token, int mostAlive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await AliveAsync(token.Subject, now, cancellationToken) >= mostAlive)
        {
            return false;
        }

        var row = new TableEntity(Partition, token.Hash) { ["Subject"] = token.Subject, ["ExpiresAt"] = token.ExpiresAt };
        await (await store.Access).AddEntityAsync(row, cancellationToken);
        return true;
    }

    public async Task<SignInToken?> TakeAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await store.Access;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancellationToken);
        if (!found.HasValue || !await TryRemoveAsync(table, found.Value!, cancellationToken))
        {
            return null;
        }

        var token = new SignInToken(hash, found.Value!.GetString("Subject")!, ExpiresAt(found.Value));
        return token.ExpiresAt > now ? token : null;
    }

    // Counting passes over all links there are, so it takes the dead ones away.
    private async Task<int> AliveAsync(string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var table = await store.Access;
        var alive = 0;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ExpiresAt(row) <= now)
            {
                await TryRemoveAsync(table, row, cancellationToken);
            }
            else if (row.GetString("Subject") == subject)
            {
                alive++;
            }
        }

        return alive;
    }

    private static DateTimeOffset ExpiresAt(TableEntity row) => row.GetDateTimeOffset("ExpiresAt") ?? default;

    private static async Task<bool> TryRemoveAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return answer.Status != 404;
        }
        catch (RequestFailedException e) when (e.Status is 412)
        {
            return false;
        }
    }
}
