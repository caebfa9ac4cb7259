using Azure;

namespace ServerlessParty.Storage;

/// <summary>Transactions that may meet somebody else's write.</summary>
internal static class ConditionalWrites
{
    /// <summary>Submits at most 100 actions of one partition (none is fine); false when a row was not as expected, and then nothing was written.</summary>
    public static async Task<bool> TrySubmitAsync(
        TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        await SubmitAsync(table, [.. actions], cancellationToken) is not null;

    /// <summary>As the other, answering the responses (with the new ETags), or null on a conflict.</summary>
    public static async Task<IReadOnlyList<Response>?> SubmitAsync(
        TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        if (actions.Count == 0)
        {
            return [];
        }

        try
        {
            return (await table.SubmitTransactionAsync(actions, cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
        {
            return null;
        }
    }
}
