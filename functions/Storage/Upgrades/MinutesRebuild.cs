using System.Runtime.CompilerServices;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage.Upgrades;

/// <summary>
/// Makes the projection of minutes again from the dossiers, unit by unit, beside running writers: what is there is written the
/// same again, and a verdict is never taken back.
/// </summary>
internal sealed class MinutesRebuild(Store store, DossierTable dossiers, MinutesProjection projection)
{
    /// <summary>After how many units the cursor is kept: that much is done again after a crash.</summary>
    private const int UnitsPerCursor = 50;

    private const string AllWords = "words|";

    public static MinutesRebuild Over(Store store, TimeProvider time)
    {
        var dossiers = new DossierTable(() => store.Dossiers, time);
        return new(store, dossiers, new MinutesProjection(store, dossiers));
    }

    /// <param name="after">The unit behind which to begin; empty for all.</param>
    /// <param name="keepAsync">Is told the last unit that is done, now and then.</param>
    /// <returns>How many documents there are from there on.</returns>
    public async Task<int> RunAsync(
        string after, Func<string, CancellationToken, Task> keepAsync, CancellationToken cancellationToken)
    {
        var (documents, units) = (0, 0);
        List<TableEntity> unit = [];
        await foreach (var row in RowsAsync(after, cancellationToken))
        {
            if (unit.Count > 0 && unit[0].PartitionKey != row.PartitionKey)
            {
                await FollowAsync(unit, cancellationToken);
                if (++units % UnitsPerCursor == 0)
                {
                    await keepAsync(unit[0].PartitionKey, cancellationToken);
                }

                unit = [];
            }

            documents++;
            unit.Add(row);
        }

        await FollowAsync(unit, cancellationToken);
        return documents;
    }

    private async IAsyncEnumerable<TableEntity> RowsAsync(
        string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Keys.EndOf(Keys.AllMinutes);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey gt {after} and RowKey ge {Keys.AllMinutes} and RowKey lt {end}");
        await foreach (var row in (await store.Dossiers).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }

    private async Task FollowAsync(List<TableEntity> unit, CancellationToken cancellationToken)
    {
        if (unit.Count == 0)
        {
            return;
        }

        var words = await dossiers.RangeAsync(unit[0].PartitionKey, AllWords, cancellationToken);
        var byKey = words.ToDictionary(row => row.RowKey, MinutesRow.Words);
        foreach (var minutes in unit.Select(MinutesRow.Minutes))
        {
            await projection.AddAsync(minutes, byKey.GetValueOrDefault(Keys.Words(minutes.Id)) ?? [], cancellationToken);
        }
    }
}
