using Azure;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Brings the projection of minutes to what dossiers say. Writing the same again changes nothing.</summary>
internal sealed class MinutesProjection(Store store, DossierTable dossiers)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Period, bool> _known = new();

    /// <summary>New minutes with their words.</summary>
    public async Task AddAsync(MeetingMinutes minutes, IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var rows = words.Select(word => MinutesItemRow.Word(minutes.Id, word)).Append(MinutesItemRow.Bytes(minutes));
        if (!_known.ContainsKey(minutes.Id.Key.Period))
        {
            rows = rows.Append(MinutesItemRow.Known(minutes.Id.Key.Period));
        }

        await Task.WhenAll(WriteAsync(rows, cancellationToken), PutAsync(minutes, cancellationToken));
        _known[minutes.Id.Key.Period] = true;
    }

    /// <summary>How far minutes are; their words never change.</summary>
    public Task MoveAsync(IEnumerable<MeetingMinutes> minutes, CancellationToken cancellationToken) =>
        Task.WhenAll(minutes.Select(m => PutAsync(m, cancellationToken)));

    /// <summary>All versions of one period again, as the dossier holds them.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> FollowAsync(ObligationKey key, CancellationToken cancellationToken)
    {
        var rows = await dossiers.RangeAsync(key.Organization.Key, Keys.MinutesOf(key.Kind, key.Period), cancellationToken);
        foreach (var minutes in rows.Select(MinutesRow.Minutes))
        {
            var words = await dossiers.FindAsync(key.Organization.Key, Keys.Words(minutes.Id), cancellationToken);
            await AddAsync(minutes, words is null ? [] : MinutesRow.Words(words), cancellationToken);
        }

        return rows.Count;
    }

    /// <summary>A verdict is final, so that whoever still says 'received' never writes over it.</summary>
    private async Task PutAsync(MeetingMinutes minutes, CancellationToken cancellationToken)
    {
        var table = await store.Minutes;
        var row = MinutesItemRow.Item(minutes);
        if (minutes.State != MinutesState.Received)
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
            return;
        }

        try
        {
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is there, as received or further.
        }
    }

    private async Task WriteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) =>
        await Batches.SubmitAsync(
            await store.Minutes,
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
            cancellationToken);
}
